package org.jadhere.people.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jadhere.platform.site.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the page that a visitor requested in a cookie, to show it after the login. The cookie holds a path of this site,
 * checked again when it is read, lasts for some minutes, and is named as {@link Site#cookie} says.
 */
@Component
class RequestedPageCookie implements RequestCache {

    private static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final int MAX_LENGTH = 2000;

    /** Printable ASCII only: a browser sends other characters encoded, and control characters would split a header. */
    private static final Pattern PAGE = Pattern.compile("/(admin/|me)[!-~]*");

    private final Site site;

    RequestedPageCookie(Site site) {
        this.site = site;
    }

    /** Saves only requests for pages. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (request.getMethod().equals("GET") && isPage(page)) {
            set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8)), VALIDITY);
        }
    }

    private static boolean isPage(String page) {
        return page.length() <= MAX_LENGTH && PAGE.matcher(page).matches();
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, name());
        if (cookie == null) {
            return null;
        }
        try {
            String page = new String(Base64.getUrlDecoder().decode(cookie.getValue()), UTF_8);
            return isPage(page) ? new SimpleSavedRequest(page) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Only the page is saved, not a request to repeat. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, name()) != null) {
            set(response, "", Duration.ZERO);
        }
    }

    private String name() {
        return site.cookie("page");
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(name(), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(site.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
