package org.jadhere.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** A login between password and second factor: its session reaches only the pages of the second factor and the logout. */
@Component
public class PendingLogin {

    public static final String PAGE = "/login/second";

    private static final String ACTOR = PendingLogin.class.getName();

    private final RequestCache cache;

    PendingLogin(RequestCache cache) {
        this.cache = cache;
    }

    /** The user whose login is pending; empty for visitors and for complete logins. */
    public static Optional<Actor> actor(HttpServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(ACTOR));
    }

    /** Marks the request as one of a pending login; returns whether it may be answered. */
    boolean admits(Actor actor, HttpServletRequest request) {
        request.setAttribute(ACTOR, actor);
        String path = request.getRequestURI();
        return path.equals(PAGE) || path.equals("/logout") || path.startsWith(PAGE + "/");
    }

    /** Redirects to the page of the second factor, and saves the request for after the login. */
    void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        cache.saveRequest(request, response);
        response.sendRedirect(request.getContextPath() + PAGE);
    }

    /** The page to show after the login: the one that was requested, as a path of this site only. */
    public String next(HttpServletRequest request, HttpServletResponse response) {
        var saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        if (saved == null) {
            return "/";
        }
        var address = UriComponentsBuilder.fromUriString(saved.getRedirectUrl()).build();
        return address.getPath() + (address.getQuery() == null ? "" : "?" + address.getQuery());
    }
}
