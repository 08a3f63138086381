package org.jadhere.people.login;

import jakarta.servlet.http.Cookie;
import org.jadhere.platform.site.Site;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Cookies as {@link Site#cookie} names them: where the site is one of HTTPS, whatever came in unencrypted gets none back. */
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
        return tokens;
    }

    /** What takes the cookie of the session away; browsers refuse it unless it is as safe as the cookie itself. */
    Cookie endOfSession() {
        var cookie = new Cookie(site.cookie(SESSION), null);
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setSecure(site.isSecure());
        return cookie;
    }
}
