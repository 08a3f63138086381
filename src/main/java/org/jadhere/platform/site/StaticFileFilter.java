package org.jadhere.platform.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for {@link Assets}, before any session or database is asked. An address with another fingerprint is not found:
 * today's style for yesterday's page would be neither, and browsers would keep it forever.
 */
@Component
@Order(FilterOrder.STATIC_FILES)
class StaticFileFilter extends OncePerRequestFilter {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";

    /** What is asked for at these very addresses, whatever pages say. */
    private static final Set<String> FIXED = Set.of("/favicon.ico", "/favicon.svg", "/robots.txt", "/speculation.json");

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*(?:x-)?gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+\\s*)?(?:,|$)");

    StaticFileFilter() {
        Assets.all(); // read now: what is wrong with one is told when the program starts
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean fixed = FIXED.contains(path);
        if (!fixed && !path.startsWith(Assets.FOLDER)) {
            chain.doFilter(request, response);
        } else if (!READING.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only to be read.\n");
        } else {
            answer(
                    fixed ? Assets.named(path.substring(1)) : Assets.at(path),
                    fixed ? A_DAY : FOREVER,
                    request,
                    response);
        }
    }

    private static void answer(
            @Nullable Asset asset, String kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (asset == null) {
            say(response, HttpServletResponse.SC_NOT_FOUND, "Not found: reload the page.\n");
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, kept);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentType(asset.type());
        byte[] gzipped = takesGzip(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)) ? asset.gzipped() : null;
        if (gzipped != null) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        send(gzipped == null ? asset.content() : gzipped, request, response);
    }

    private static boolean takesGzip(Enumeration<String> accepted) {
        while (accepted.hasMoreElements()) {
            if (GZIP.matcher(accepted.nextElement().toLowerCase(java.util.Locale.ROOT))
                    .find()) {
                return true;
            }
        }
        return false;
    }

    /** Nobody keeps what may be right in a moment, at another instance or after an update. */
    private static void say(HttpServletResponse response, int status, String text) throws IOException {
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
