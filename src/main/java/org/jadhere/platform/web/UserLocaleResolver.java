package org.jadhere.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** French or English: from the cookie, else from the account, else from Accept-Language, else French. */
class UserLocaleResolver implements LocaleResolver {

    private static final String COOKIE = "lang";
    private static final List<Locale> SUPPORTED = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(COOKIE) instanceof Locale setByThisRequest) {
            return setByThisRequest;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        Locale chosen = cookie == null ? null : supported(Locale.forLanguageTag(cookie.getValue()));
        if (chosen != null) {
            return chosen;
        }
        if (request.getAttribute(LayoutContext.LANGUAGE) instanceof String language) {
            return Locale.forLanguageTag(language);
        }
        return fromAcceptLanguage(request);
    }

    private static Locale fromAcceptLanguage(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Locale.FRENCH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED);
            return best == null ? Locale.FRENCH : best;
        } catch (IllegalArgumentException e) {
            return Locale.FRENCH;
        }
    }

    private static @Nullable Locale supported(Locale locale) {
        return Locale.lookup(List.of(new Locale.LanguageRange(locale.toLanguageTag())), SUPPORTED);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        Locale language = locale == null ? null : supported(locale);
        if (language == null || response == null) {
            return;
        }
        request.setAttribute(COOKIE, language);
        var cookie = ResponseCookie.from(COOKIE, language.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
