package org.jadhere.people.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jadhere.people.access.AuthFactor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Lets people in, whatever they proved themselves with. Each time the session gets another id, so that one that was known
 * before is worth nothing afterwards, and keeps where the login came from.
 */
@Component
public class LoginSessions implements SessionAuthenticationStrategy {

    private final ChangeSessionIdAuthenticationStrategy freshId = new ChangeSessionIdAuthenticationStrategy();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy freshToken;
    private final LoginAccounts accounts;
    private final Clock clock;

    LoginSessions(CsrfTokenRepository tokens, LoginAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.freshToken = new CsrfAuthenticationStrategy(tokens);
        this.clock = clock;
    }

    /** Whoever proved to be this user is logged in from here on; a second factor may still be asked for. */
    public void enter(String username, AuthFactor factor, HttpServletRequest request, HttpServletResponse response) {
        var account =
                User.withUsername(username).password("").authorities("USER").build();
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(account.getAuthorities());
        authorities.add(factor.toAuthority());
        var login = UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
        login.eraseCredentials();
        onAuthentication(login, request, response);
        keep(login, request, response);
    }

    /** Who is logged in already proved something more, or again. */
    public void prove(AuthFactor factor, HttpServletRequest request, HttpServletResponse response) {
        var login = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        keep(
                UsernamePasswordAuthenticationToken.authenticated(
                        Objects.requireNonNull(login.getPrincipal()), null, with(factor, login.getAuthorities())),
                request,
                response);
        freshId.onAuthentication(login, request, response);
    }

    private static Set<GrantedAuthority> with(AuthFactor factor, Collection<? extends GrantedAuthority> before) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(before);
        authorities.removeIf(factor::matches);
        authorities.add(factor.toAuthority());
        return authorities;
    }

    private void keep(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /**
     * At each login, by the form or otherwise: a new session, to which nothing comes over from the one before. That
     * belonged to a visitor, or to whoever used this browser.
     */
    @Override
    public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SignInDetails.of(request, clock.instant()).noteIn(request.getSession());
        freshToken.onAuthentication(login, request, response);
    }

    /** Logs a user out everywhere. */
    public void closeAll(String username) {
        accounts.endSessions(username, null);
    }

    /** Logs a user out everywhere but in the session of this request. */
    public void closeOthers(String username, HttpServletRequest request) {
        accounts.endSessions(username, request.getSession().getId());
    }
}
