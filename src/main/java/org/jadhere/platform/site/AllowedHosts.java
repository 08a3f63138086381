package org.jadhere.platform.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests whose Host is not a name of this site, so that a forged Host cannot get into a link or a redirect.
 * The comparison ignores case and port. A trailing dot is rejected, since it is another origin for browsers.
 */
@Component
@Order(FilterOrder.HOSTS)
class AllowedHosts extends OncePerRequestFilter {

    static final String SETTING = "jadhere.hosts";

    /** Health checks on the server itself may use {@code localhost}. */
    private static final String HEALTH = "/healthz";

    private static final String LOCALHOST = "localhost";

    private final Set<String> names = new TreeSet<>();

    AllowedHosts(Site site, Environment settings) {
        String own = site.host().toLowerCase(Locale.ROOT);
        names.add(own);
        if (own.equals(LOCALHOST)) {
            names.addAll(Set.of("127.0.0.1", "[::1]"));
        }
        Stream.of(settings.getProperty(SETTING, "").split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .forEach(this::add);
    }

    private void add(String name) {
        if (!name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]")) {
            throw new IllegalStateException(
                    SETTING + " takes host names without scheme, port or slash, separated by commas; invalid: " + name);
        }
        names.add(name);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAllowed(request.getHeader(HttpHeaders.HOST), request) && isAllowed(request.getServerName(), request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
            response.getOutputStream()
                    .write("Aucun site à ce nom ici.\nThere is no site of that name here.\n".getBytes(UTF_8));
        }
    }

    private boolean isAllowed(@Nullable String host, HttpServletRequest request) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return names.contains(name)
                || name.equals(LOCALHOST) && request.getRequestURI().equals(HEALTH);
    }
}
