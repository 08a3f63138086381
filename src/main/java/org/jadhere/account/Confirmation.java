package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jadhere.access.Actor;
import org.jadhere.access.OwnPassword;
import org.jadhere.access.Proof;
import org.jadhere.access.Proofs;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whether somebody proved to be themselves just now, and the way to the page that asks them to. */
@Component
class Confirmation implements HandlerInterceptor {

    static final String PAGE = "/me/confirm";

    /** The page of the second factors. */
    static final String SECURITY_PAGE = "/me/security";

    private static final Duration LASTS = Duration.ofMinutes(10);

    private final OwnPassword password;
    private final Clock clock;

    Confirmation(OwnPassword password, Clock clock) {
        this.password = password;
        this.clock = clock;
    }

    /** By password or passkey; by a link where there is no password that could be asked for. */
    boolean isFresh(Actor actor) {
        var proofs = Proofs.ofThisSession();
        var since = clock.instant().minus(LASTS);
        return proofs.includeSince(since, Proof.PASSWORD, Proof.PASSKEY)
                || proofs.includeSince(since, Proof.LINK) && !password.isSet(actor);
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
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Confirmed.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Confirmed.class);
    }

    /** To a page that can be asked for: what was posted is not posted again. */
    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") ? path : path.replaceFirst("^(/[^/]+/[^/]+).*", "$1");
    }

    /** Where to go back to: one of the pages that ask for this, whatever the address says. */
    static String safely(String back) {
        return back.matches("(%s|%s)(/[a-z]+)*".formatted(SECURITY_PAGE, EmailsPage.PATH)) ? back : SECURITY_PAGE;
    }
}
