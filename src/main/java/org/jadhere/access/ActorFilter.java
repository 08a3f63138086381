package org.jadhere.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jadhere.attribution.Author;
import org.jadhere.web.Shell;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the login: finds who asks, tells the page, and signs all that the request writes with their name. */
class ActorFilter extends OncePerRequestFilter {

    static final String ACTOR = Actor.class.getName();
    static final String END_OF_REHEARSAL = "/me/rehearsal/end";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Actors actors;
    private final ObjectProvider<Menu> menu;

    ActorFilter(Actors actors, ObjectProvider<Menu> menu) {
        this.actors = actors;
        this.menu = menu;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor = username().flatMap(actors::find);
        if (actor.isEmpty()) {
            endSessionOfClosedAccount(request);
            chain.doFilter(request, response);
            return;
        }
        present(borrowed(actor.get(), request), request);
        if (request.getAttribute(Shell.SEEN_BY) != null && !READING.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var author = new Author(actor.get().userId(), actor.get().username(), Author.Door.WEB);
        answerAs(author, request, response, chain);
    }

    /** An administrator may see with the eyes of another, and then only see: until the rehearsal is ended, or logged out of. */
    private Actor borrowed(Actor actor, HttpServletRequest request) {
        var session = request.getSession(false);
        boolean ending = request.getRequestURI().equals(END_OF_REHEARSAL);
        if (!actor.superuser()
                || ending
                || session == null
                || !(session.getAttribute(Rehearsal.AS) instanceof String as)) {
            return actor;
        }
        Optional<Actor> other = actors.find(as);
        other.ifPresent(seen -> request.setAttribute(Shell.SEEN_BY, actor.name()));
        return other.orElse(actor);
    }

    private static void answerAs(
            Author author, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
        request.setAttribute(Shell.READER, actor.name());
        request.setAttribute(Shell.LANGUAGE, actor.language());
        menu.ifAvailable(entries -> request.setAttribute(Shell.MENU, entries.of(actor)));
    }
}
