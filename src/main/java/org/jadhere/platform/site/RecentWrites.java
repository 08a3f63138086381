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
 * Who has just written reads what they wrote: from the primary, for as long as a standby may lack it. The browser keeps
 * in mind that it wrote, since the next request may come to another instance of the program.
 */
@Component
@ConditionalOnProperty(DatabaseSettings.STANDBY)
@Order(FilterOrder.RECENT_WRITES)
class RecentWrites extends OncePerRequestFilter {

    private static final String COOKIE = "wrote";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Site site;
    private final Duration shadow;

    RecentWrites(Site site, DatabaseSettings settings) {
        this.site = site;
        this.shadow = Standby.stickinessAfterWrite(settings.database().standbyLag());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod())) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request));
            chain.doFilter(request, response);
        } else if (WebUtils.getCookie(request, site.cookie(COOKIE)) != null) {
            chain.doFilter(request, response);
        } else {
            answerFromStandby(request, response, chain);
        }
    }

    /** Its time runs from when the browser has the answer, and so not before the write. */
    private String cookie(HttpServletRequest request) {
        return ResponseCookie.from(site.cookie(COOKIE), "1")
                .path("/")
                .maxAge(shadow)
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
