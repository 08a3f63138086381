package org.jadhere.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Between password and second factor: the only pages that a session which is half logged in can reach. */
@Component
public class PendingLogin {

    public static final String PAGE = "/login/second";

    private static final String WAITING = PendingLogin.class.getName();

    private final RequestCache cache;

    PendingLogin(RequestCache cache) {
        this.cache = cache;
    }

    /** Who is half logged in; nobody where the session is a visitor's, or whole. */
    public static Optional<Actor> waiting(HttpServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(WAITING));
    }

    /** Marks the request as one of somebody who waits, and says whether it may be answered at all. */
    boolean admits(Actor actor, HttpServletRequest request) {
        request.setAttribute(WAITING, actor);
        String path = request.getRequestURI();
        return path.equals(PAGE) || path.equals("/logout") || path.startsWith(PAGE + "/");
    }

    /** What was asked for waits as well. */
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        cache.saveRequest(request, response);
        response.sendRedirect(request.getContextPath() + PAGE);
    }

    /** Where to go after the login: to the page that was asked for, as a path of this site whatever the browser kept. */
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
