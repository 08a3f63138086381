package org.jadhere.people.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the login: finds who asks, tells the page, and signs all that the request writes with their name. */
public class ActorFilter extends OncePerRequestFilter {

    static final String ACTOR = Actor.class.getName();
    public static final String END_OF_REHEARSAL = "/me/rehearsal/termination";
    public static final String FORMER_END_OF_REHEARSAL = "/me/rehearsal/end";

    private static final String ADMINISTRATION = "/admin";
    private static final String WHERE_FACTORS_ARE_SET_UP = "/me/security";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Actors actors;
    private final PendingLogin secondStep;
    private final ObjectProvider<Menu> menu;

    public ActorFilter(Actors actors, PendingLogin secondStep, ObjectProvider<Menu> menu) {
        this.actors = actors;
        this.secondStep = secondStep;
        this.menu = menu;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<LoginState> standing = username().flatMap(actors::find);
        if (standing.isEmpty()) {
            endSessionOfClosedAccount(request);
            chain.doFilter(request, response);
        } else if (standing.get().awaitsSecondFactor(AuthFactors.ofThisSession())) {
            answerHalfWay(standing.get().actor(), request, response, chain);
        } else if (standing.get().mustSetUpFactor() && request.getRequestURI().startsWith(ADMINISTRATION)) {
            response.sendRedirect(request.getContextPath() + WHERE_FACTORS_ARE_SET_UP);
        } else {
            answer(standing.get(), request, response, chain);
        }
    }

    private void answer(
            LoginState standing, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = standing.acting();
        present(borrowed(actor, request), request);
        request.setAttribute(LayoutContext.FACTOR_DEMANDED, standing.mustSetUpFactor());
        if (request.getAttribute(LayoutContext.SEEN_BY) != null && !READING.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        answerAs(actor, request, response, chain);
    }

    /** There is no actor yet, so that whatever is let through here still opens to visitors alone. */
    private void answerHalfWay(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(LayoutContext.LANGUAGE, actor.language());
        if (secondStep.admits(actor, request)) {
            answerAs(actor, request, response, chain);
        } else {
            secondStep.ask(request, response);
        }
    }

    /** An administrator may see with the eyes of another, and then only see: until the rehearsal is ended, or logged out of. */
    private Actor borrowed(Actor actor, HttpServletRequest request) {
        var session = request.getSession(false);
        boolean ending = Set.of(END_OF_REHEARSAL, FORMER_END_OF_REHEARSAL).contains(request.getRequestURI());
        if (!actor.superuser()
                || ending
                || session == null
                || !(session.getAttribute(ViewAs.AS) instanceof String as)) {
            return actor;
        }
        Optional<Actor> other = actors.find(as).map(LoginState::actor);
        other.ifPresent(seen -> request.setAttribute(LayoutContext.SEEN_BY, actor.name()));
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

    private void present(Actor actor, HttpServletRequest request) {
        request.setAttribute(ACTOR, actor);
        request.setAttribute(LayoutContext.READER, actor.name());
        request.setAttribute(LayoutContext.LANGUAGE, actor.language());
        menu.ifAvailable(entries -> request.setAttribute(LayoutContext.MENU, entries.of(actor)));
    }
}
