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
import org.jadhere.people.login.AccountPassword;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whether somebody proved to be themselves just now, and the way to the page that asks them to. */
@Component
public class Reauthentication implements HandlerInterceptor {

    public static final String PAGE = "/me/confirm";

    /** The page of the second factors. */
    public static final String SECURITY_PAGE = "/me/security";

    private static final Duration LASTS = Duration.ofMinutes(10);

    private final AccountPassword password;
    private final Clock clock;

    Reauthentication(AccountPassword password, Clock clock) {
        this.password = password;
        this.clock = clock;
    }

    /** By password or passkey; by a link where there is no password that could be asked for. */
    boolean isFresh(Actor actor) {
        var factors = AuthFactors.ofCurrentSession();
        var since = clock.instant().minus(LASTS);
        return factors.containsSince(since, AuthFactor.PASSWORD, AuthFactor.PASSKEY)
                || factors.containsSince(since, AuthFactor.LINK) && !password.isSet(actor);
    }

    /** Behind the doorkeeper: a request that comes here has an actor. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean open = !(handler instanceof HandlerMethod method && asks(method))
                || isFresh(Objects.requireNonNull(Actor.of(request)));
        if (!open) {
            response.sendRedirect(PAGE + "?back=" + back(request));
        }
        return open;
    }

    private static boolean asks(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), RequiresReauthentication.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RequiresReauthentication.class);
    }

    /** To a page that can be asked for: what was posted is not posted again. */
    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") ? path : path.replaceFirst("^(/[^/]+/[^/]+).*", "$1");
    }

    /** Where to go back to: one of the pages that ask for this, whatever the address says. */
    public static String safely(String back) {
        return back.matches("(%s|%s)(/[a-z]+)*".formatted(SECURITY_PAGE, OwnEmailsController.PATH))
                ? back
                : SECURITY_PAGE;
    }
}
