package org.jadhere.people.login;

import jakarta.servlet.http.Cookie;
import org.jadhere.platform.site.Site;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** The cookies of the session and of the CSRF token, named by {@link Site#cookie}; always Secure on an HTTPS site. */
@Configuration(proxyBeanMethods = false)
class SecureCookies {

    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    private final Site site;

    SecureCookies(Site site) {
        this.site = site;
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie() {
        return cookie -> {
            cookie.setCookieName(site.cookie(SESSION));
            cookie.setCookiePath("/");
            if (site.isSecure()) {
                cookie.setUseSecureCookie(true);
            }
        };
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(site.cookie(TOKEN));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax");
            if (site.isSecure()) {
                cookie.secure(true);
            }
        });
        return RandomIds.tokens(tokens);
    }

    /** Removes the session cookie; browsers require the same Secure attribute as that of the cookie. */
    Cookie expiredSessionCookie() {
        var cookie = new Cookie(site.cookie(SESSION), null);
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setSecure(site.isSecure());
        return cookie;
    }
}
