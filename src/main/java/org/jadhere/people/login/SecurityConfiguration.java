package org.jadhere.people.login;

import java.util.Map;
import org.jadhere.people.access.ActorFilter;
import org.jadhere.people.access.Actors;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Menu;
import org.jadhere.people.access.PendingLogin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Logins, and what protects every answer. Which route is for whom stands at the route (see {@link AllowedTo}). */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Argon2id; Django's are checked until the next login. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var encoder = new DelegatingPasswordEncoder("argon2", Map.of("argon2", Argon2Library.orInJava()));
        encoder.setDefaultPasswordEncoderForMatches(new DjangoPasswordEncoder());
        return new BoundedPasswordEncoder(encoder, Runtime.getRuntime().availableProcessors());
    }

    /** Spring Security finds it by itself; naming it in the chain as well would judge, and count, each failure twice. */
    @Bean
    AuthenticationProvider logins(LoginAccounts accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        return new ThrottledAuthenticationProvider(accounts, encoder, throttle);
    }

    /** Visitors get no session: their CSRF token and the page they asked for wait in cookies. */
    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Actors actors,
            PendingLogin secondStep,
            LoginSessions entrance,
            SecureCookies cookies,
            ObjectProvider<Menu> menu)
            throws Exception {
        return http.authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/admin/**", "/me/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(cookies.csrfTokens()))
                .requestCache(cache -> cache.requestCache(askedPages()))
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .withObjectPostProcessor(inBy(entrance))
                        .failureHandler(new ForwardAuthenticationFailureHandler("/login/failure")))
                .logout(logout -> logout.logoutSuccessUrl("/login?out")
                        .addLogoutHandler(new CookieClearingLogoutHandler(cookies.endOfSession())))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .addFilterBefore(new ActorFilter(actors, secondStep, menu), AuthorizationFilter.class)
                .build();
    }

    /** Set for all of Spring Security, it would look for new logins at each request as well. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> inBy(LoginSessions entrance) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                filter.setSessionAuthenticationStrategy(entrance);
                return filter;
            }
        };
    }

    /** Only pages that were asked for by a person are gone back to after the login. */
    @Bean
    static RequestCache askedPages() {
        var cache = new CookieRequestCache();
        RequestMatcher pages = request -> request.getMethod().equals("GET")
                && (request.getRequestURI().startsWith("/admin/")
                        || request.getRequestURI().startsWith("/me"));
        cache.setRequestMatcher(pages);
        return cache;
    }
}
