package org.jadhere.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jadhere.platform.site.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** French or English: from the cookie, else from the account, else from Accept-Language, else French. */
class UserLocaleResolver implements LocaleResolver {

    private static final String COOKIE = "lang";
    private static final int MAX_HEADER_LENGTH = 100;
    private static final List<Locale> SUPPORTED = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final Supplier<ResponseCookie> template;

    UserLocaleResolver(Site site) {
        template = SingletonSupplier.of(() -> ResponseCookie.from(site.cookie(COOKIE))
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(site.isSecure())
                .httpOnly(true)
                .build());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(COOKIE) instanceof Locale setByThisRequest) {
            return setByThisRequest;
        }
        var cookie = WebUtils.getCookie(request, template.get().getName());
        Locale chosen = cookie == null ? null : supported(Locale.forLanguageTag(cookie.getValue()));
        if (chosen != null) {
            return chosen;
        }
        if (request.getAttribute(LayoutContext.LANGUAGE) instanceof String language) {
            return Locale.forLanguageTag(language);
        }
        return fromAcceptLanguage(request);
    }

    /** Parsed once for a request: each text of a page asks for it. */
    private static Locale fromAcceptLanguage(HttpServletRequest request) {
        if (request.getAttribute(HttpHeaders.ACCEPT_LANGUAGE) instanceof Locale parsed) {
            return parsed;
        }
        Locale parsed = parse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.setAttribute(HttpHeaders.ACCEPT_LANGUAGE, parsed);
        return parsed;
    }

    private static Locale parse(@Nullable String header) {
        if (header == null) {
            return Locale.FRENCH;
        }
        try {
            String first = header.substring(0, Math.min(header.length(), MAX_HEADER_LENGTH));
            Locale best = Locale.lookup(Locale.LanguageRange.parse(first), SUPPORTED);
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
        var cookie = template.get().mutate().value(language.getLanguage()).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
