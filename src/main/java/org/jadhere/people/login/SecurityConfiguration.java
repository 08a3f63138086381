package org.jadhere.people.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.ActorFilter;
import org.jadhere.people.access.Actors;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Menu;
import org.jadhere.people.access.PendingLogin;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.server.Argon2Library;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.HandlerMapping;

/** Configures Spring Security: login, logout, CSRF tokens. Who may call a route is declared at its handler ({@link AllowedTo}). */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Argon2id; a hash of Django is verified at the next login, which replaces it. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var encoder = new DelegatingPasswordEncoder("argon2", Map.of("argon2", Argon2Library.createEncoder()));
        encoder.setDefaultPasswordEncoderForMatches(new DjangoPasswordEncoder());
        return new BoundedPasswordEncoder(encoder, Runtime.getRuntime().availableProcessors());
    }

    /** Spring Security finds this bean; adding it to the chain as well would check, and count, each failure twice. */
    @Bean
    AuthenticationProvider logins(LoginAccounts accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        return new ThrottledAuthenticationProvider(accounts, encoder, throttle);
    }

    /** Visitors get no session: their CSRF token and the page they requested are stored in cookies. */
    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Actors actors,
            PendingLogin pendingLogin,
            LoginSessions sessions,
            SecureCookies cookies,
            SessionLimits sessionLimits,
            RequestCache requestCache,
            ObjectProvider<Menu> menu)
            throws Exception {
        return http.authorizeHttpRequests(SecurityConfiguration::requireLogin)
                .csrf(csrf -> csrf.csrfTokenRepository(cookies.csrfTokens()))
                .requestCache(cache -> cache.requestCache(requestCache))
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .withObjectPostProcessor(withStrategy(sessions))
                        .failureHandler(new ForwardAuthenticationFailureHandler("/login/failure")))
                .logout(logout -> logout.logoutSuccessUrl("/login?out")
                        .addLogoutHandler(sessions::logOut)
                        .addLogoutHandler(new CookieClearingLogoutHandler(cookies.expiredSessionCookie())))
                .exceptionHandling(errors -> errors.accessDeniedHandler(SecurityConfiguration::refuse))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .addFilterBefore(new ActorFilter(actors, pendingLogin, menu), AuthorizationFilter.class)
                .addFilterAfter(sessionLimits, ActorFilter.class)
                .build();
    }

    private static void requireLogin(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/admin/**", "/me/**")
                .authenticated()
                .anyRequest()
                .permitAll();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var actor = Actor.of(request);
        SecurityLog.write(
                SecurityLog.Event.REFUSED,
                actor == null ? null : actor.userId(),
                "%s %s %s"
                        .formatted(
                                reason instanceof CsrfException ? "csrf" : "rights",
                                request.getMethod(),
                                Objects.toString(route, "-")));
        new AccessDeniedHandlerImpl().handle(request, response, reason);
    }

    /** Sets it for the form login only: set globally, it would also look for a new login at each request. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> withStrategy(LoginSessions sessions) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                filter.setSessionAuthenticationStrategy(sessions);
                return filter;
            }
        };
    }
}
