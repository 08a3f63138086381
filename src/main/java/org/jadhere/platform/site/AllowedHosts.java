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
 * Answers at the names of this site and at no other, so that nobody makes the program write their own into a link or a
 * redirect. Names are compared as names are: capitals are the same, a port says nothing; a dot at the end would be
 * another origin to browsers, and is none of ours.
 */
@Component
@Order(FilterOrder.HOSTS)
class AllowedHosts extends OncePerRequestFilter {

    static final String SETTING = "jadhere.hosts";

    /** What watches over the program on its own machine need not know its name. */
    private static final String HEALTH = "/healthz";

    private static final String THIS_MACHINE = "localhost";

    private final Set<String> names = new TreeSet<>();

    AllowedHosts(Site site, Environment settings) {
        String own = site.host().toLowerCase(Locale.ROOT);
        names.add(own);
        if (own.equals(THIS_MACHINE)) {
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
                    SETTING + " has names without scheme, port or slash, separated by commas; this is none: " + name);
        }
        names.add(name);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request.getHeader(HttpHeaders.HOST), request) && isOurs(request.getServerName(), request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
            response.getOutputStream()
                    .write("Aucun site à ce nom ici.\nThere is no site of that name here.\n".getBytes(UTF_8));
        }
    }

    private boolean isOurs(@Nullable String host, HttpServletRequest request) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return names.contains(name)
                || name.equals(THIS_MACHINE) && request.getRequestURI().equals(HEALTH);
    }
}
