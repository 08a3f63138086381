package org.jadhere.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.AuthFactors;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.people.login.AccountPassword;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Checks that the user authenticated within the last ten minutes; else redirects to the page to do it again. */
@Component
public class Reauthentication implements HandlerInterceptor {

    public static final String PAGE = "/me/confirm";

    /** The page of the second factors. */
    public static final String SECURITY_PAGE = "/me/security";

    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final AccountPassword password;
    private final Clock clock;

    Reauthentication(AccountPassword password, Clock clock) {
        this.password = password;
        this.clock = clock;
    }

    /** By password or passkey; for an account without password also by a link. */
    boolean isFresh(Actor actor) {
        var factors = AuthFactors.ofCurrentSession();
        var since = clock.instant().minus(VALIDITY);
        return factors.containsSince(since, AuthFactor.PASSWORD, AuthFactor.PASSKEY)
                || factors.containsSince(since, AuthFactor.LINK) && !password.isSet(actor);
    }

    /** Runs after the check of the audience, so that the request has an actor. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean allowed = !(handler instanceof HandlerMethod method && isRequired(method))
                || isFresh(Objects.requireNonNull(Actor.of(request)));
        if (!allowed) {
            response.sendRedirect(PAGE + "?back=" + back(request));
        }
        return allowed;
    }

    private static boolean isRequired(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), RequiresReauthentication.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RequiresReauthentication.class);
    }

    /** The requested page; for a POST, which is not repeated, the page of its form. */
    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (request.getMethod().equals("GET")) {
            return path;
        }
        return path.startsWith("/admin/")
                ? path.replaceFirst("^(/admin/users/[^/]+).*", "$1/status")
                : path.replaceFirst("^(/[^/]+/[^/]+).*", "$1");
    }

    /** Returns the path if it is one of the pages that require this, else that of the second factors. */
    public static String allowedBack(String back) {
        String own = "(%s|%s|%s)(/[a-z]+)*".formatted(SECURITY_PAGE, OwnEmailsController.PATH, SessionsController.PATH);
        return back.matches(own) || back.matches("/admin/users/\\d{1,19}/status") ? back : SECURITY_PAGE;
    }
}
