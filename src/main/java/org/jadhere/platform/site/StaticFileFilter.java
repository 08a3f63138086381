package org.jadhere.platform.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves {@link Assets}, without a session or the database. An address with another fingerprint gives 404: the current
 * style would not fit a page of an earlier version, and browsers would cache it forever.
 */
@Component
@Order(FilterOrder.STATIC_FILES)
class StaticFileFilter extends OncePerRequestFilter {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ONE_DAY = "public, max-age=86400";

    /** Files that clients request at addresses without a fingerprint. */
    private static final Set<String> FIXED = Set.of("/favicon.ico", "/favicon.svg", "/robots.txt", "/speculation.json");

    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD");
    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*(?:x-)?gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+\\s*)?(?:,|$)");

    StaticFileFilter() {
        Assets.all(); // loads the files, so that a faulty one fails when the program starts
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean fixed = FIXED.contains(path);
        if (!fixed && !path.startsWith(Assets.FOLDER)) {
            chain.doFilter(request, response);
        } else if (!READ_METHODS.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            sendError(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method not allowed.\n");
        } else {
            serve(
                    fixed ? Assets.byName(path.substring(1)) : Assets.byPath(path),
                    fixed ? ONE_DAY : FOREVER,
                    request,
                    response);
        }
    }

    private static void serve(
            @Nullable Asset asset, String cacheControl, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (asset == null) {
            sendError(response, HttpServletResponse.SC_NOT_FOUND, "Not found: reload the page.\n");
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentType(asset.type());
        byte[] gzipped = acceptsGzip(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)) ? asset.gzipped() : null;
        if (gzipped != null) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        send(gzipped == null ? asset.content() : gzipped, request, response);
    }

    private static boolean acceptsGzip(Enumeration<String> acceptEncoding) {
        while (acceptEncoding.hasMoreElements()) {
            if (GZIP.matcher(acceptEncoding.nextElement().toLowerCase(Locale.ROOT))
                    .find()) {
                return true;
            }
        }
        return false;
    }

    /** Not cached: after an update, or from another instance, the same address may be valid. */
    private static void sendError(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static void send(byte[] content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLength(content.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(content);
        }
    }
}
