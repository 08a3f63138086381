package org.jadhere.people.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** After the login: finds the current user, passes them to the page, and makes them the author of all that is written. */
public class ActorFilter extends OncePerRequestFilter {

    static final String ACTOR = Actor.class.getName();
    public static final String VIEW_AS_END = "/me/rehearsal/termination";
    public static final String FORMER_VIEW_AS_END = "/me/rehearsal/end";

    private static final String ADMINISTRATION = "/admin";
    private static final String SECURITY_PAGE = "/me/security";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private final Actors actors;
    private final PendingLogin pendingLogin;
    private final ObjectProvider<Menu> menu;

    public ActorFilter(Actors actors, PendingLogin pendingLogin, ObjectProvider<Menu> menu) {
        this.actors = actors;
        this.pendingLogin = pendingLogin;
        this.menu = menu;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<LoginState> state = username().flatMap(actors::find);
        if (state.isEmpty()) {
            endSessionOfClosedAccount(request);
            chain.doFilter(request, response);
        } else if (state.get().awaitsSecondFactor(AuthFactors.ofCurrentSession())) {
            answerPendingLogin(state.get().actor(), request, response, chain);
        } else if (state.get().mustSetUpSecondFactor()
                && request.getRequestURI().startsWith(ADMINISTRATION)) {
            response.sendRedirect(request.getContextPath() + SECURITY_PAGE);
        } else {
            answer(state.get(), request, response, chain);
        }
    }

    private void answer(LoginState state, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = state.effectiveActor();
        setAttributes(impersonated(actor, request), request);
        request.setAttribute(LayoutContext.SECOND_FACTOR_REQUIRED, state.mustSetUpSecondFactor());
        request.setAttribute(LayoutContext.SECOND_FACTOR_DUE, state.endOfGrace());
        if (request.getAttribute(LayoutContext.IMPERSONATOR) != null && !SAFE_METHODS.contains(request.getMethod())) {
            SecurityLog.write(SecurityLog.Event.REFUSED, actor.userId(), "view-as " + request.getMethod());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        answerAs(actor, request, response, chain);
    }

    /** Sets no actor, so that a request let through here reaches only the routes that are open to visitors. */
    private void answerPendingLogin(
            Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(LayoutContext.LANGUAGE, actor.language());
        if (pendingLogin.admits(actor, request)) {
            answerAs(actor, request, response, chain);
        } else {
            pendingLogin.redirect(request, response);
        }
    }

    /** The user whose pages an administrator views, read-only, until they end it or log out; else the actor. */
    private Actor impersonated(Actor actor, HttpServletRequest request) {
        var session = request.getSession(false);
        boolean ending = Set.of(VIEW_AS_END, FORMER_VIEW_AS_END).contains(request.getRequestURI());
        if (!actor.superuser()
                || ending
                || session == null
                || !(session.getAttribute(ViewAs.USERNAME_ATTRIBUTE) instanceof String as)) {
            return actor;
        }
        Optional<Actor> other = actors.find(as).map(LoginState::actor);
        other.ifPresent(seen -> request.setAttribute(LayoutContext.IMPERSONATOR, actor.name()));
        return other.orElse(actor);
    }

    private static void answerAs(
            Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var author = new Author(actor.userId(), actor.username(), Author.Door.WEB);
        try {
            author.act(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<String> username() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || login instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(login.getName());
    }

    private static void endSessionOfClosedAccount(HttpServletRequest request) {
        if (username().isPresent()) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    private void setAttributes(Actor actor, HttpServletRequest request) {
        request.setAttribute(ACTOR, actor);
        request.setAttribute(LayoutContext.USER_NAME, actor.name());
        request.setAttribute(LayoutContext.LANGUAGE, actor.language());
        menu.ifAvailable(entries -> request.setAttribute(LayoutContext.MENU, entries.of(actor)));
    }
}
