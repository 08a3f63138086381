package org.jadhere.people.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions, however much they are used, some time after the login; and sooner when unused if they open the
 * administration (OWASP ASVS 5.0, 7.3). Runs after the current user is known.
 */
@Component
class SessionLimits extends OncePerRequestFilter {

    private final Clock clock;
    private final Duration lifetime;
    private final Duration idle;
    private final Duration idleOfStaff;

    SessionLimits(
            Clock clock,
            @Value("${jadhere.session.lifetime}") Duration lifetime,
            @Value("${server.servlet.session.timeout}") Duration idle,
            @Value("${jadhere.session.staff-timeout}") Duration idleOfStaff) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.idle = idle;
        this.idleOfStaff = idleOfStaff.compareTo(idle) < 0 ? idleOfStaff : idle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var actor = Actor.of(request);
        if (session == null || actor == null) {
            chain.doFilter(request, response);
        } else if (isTooOld(session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            boolean staff = actor.mayEnterAdministration() || request.getAttribute(LayoutContext.IMPERSONATOR) != null;
            int seconds = (int) (staff ? idleOfStaff : idle).toSeconds();
            if (session.getMaxInactiveInterval() != seconds) {
                session.setMaxInactiveInterval(seconds);
            }
            chain.doFilter(request, response);
        }
    }

    private boolean isTooOld(HttpSession session) {
        Instant since = SignInDetails.from(session::getAttribute, Instant.ofEpochMilli(session.getCreationTime()))
                .at();
        return since.plus(lifetime).isBefore(clock.instant());
    }

    /** The filter is part of Spring Security's chain only. */
    @Configuration(proxyBeanMethods = false)
    static class NotAlone {

        @Bean
        FilterRegistrationBean<SessionLimits> sessionLimitsAlone(SessionLimits filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
