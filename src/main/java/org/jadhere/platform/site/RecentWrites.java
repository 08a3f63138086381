package org.jadhere.platform.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Standby;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Read your own writes: after a write, a browser reads from the primary for as long as the standby may lag behind. A
 * cookie records the write, since the next request may reach another instance of the program.
 */
@Component
@ConditionalOnProperty(DatabaseSettings.STANDBY)
@Order(FilterOrder.RECENT_WRITES)
class RecentWrites extends OncePerRequestFilter {

    private static final String COOKIE = "wrote";

    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD");

    private final Site site;
    private final Duration stickiness;

    RecentWrites(Site site, DatabaseSettings settings) {
        this.site = site;
        this.stickiness = Standby.stickinessAfterWrite(settings.database().standbyLag());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READ_METHODS.contains(request.getMethod())) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request));
            chain.doFilter(request, response);
        } else if (WebUtils.getCookie(request, site.cookie(COOKIE)) != null) {
            chain.doFilter(request, response);
        } else {
            answerFromStandby(request, response, chain);
        }
    }

    /** The browser counts its age from the response, which follows the write. */
    private String cookie(HttpServletRequest request) {
        return ResponseCookie.from(site.cookie(COOKIE), "1")
                .path("/")
                .maxAge(stickiness)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(site.isSecure() || request.isSecure())
                .build()
                .toString();
    }

    private static void answerFromStandby(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Standby.allowing(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
