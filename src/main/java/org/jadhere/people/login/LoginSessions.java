package org.jadhere.people.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.AuthFactors;
import org.jadhere.platform.audit.SecurityLog;
import org.jspecify.annotations.Nullable;
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
 * Logs users in, by any factor. Each time the session gets a new id, which prevents session fixation, and stores where the
 * login came from.
 */
@Component
public class LoginSessions implements SessionAuthenticationStrategy {

    private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy newToken;
    private final LoginAccounts accounts;
    private final Clock clock;

    LoginSessions(CsrfTokenRepository tokens, LoginAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.newToken = new CsrfAuthenticationStrategy(tokens);
        this.clock = clock;
    }

    /** Logs in a user who was authenticated by this factor; a second factor may still be required. */
    public void logIn(String username, AuthFactor factor, HttpServletRequest request, HttpServletResponse response) {
        var account =
                User.withUsername(username).password("").authorities("USER").build();
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(account.getAuthorities());
        authorities.add(factor.toAuthority());
        var login = UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
        login.eraseCredentials();
        onAuthentication(login, request, response);
        store(login, request, response);
    }

    /** Adds a factor to the current session, or renews it. */
    public void addFactor(AuthFactor factor, HttpServletRequest request, HttpServletResponse response) {
        var login = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        store(
                UsernamePasswordAuthenticationToken.authenticated(
                        Objects.requireNonNull(login.getPrincipal()), null, with(factor, login.getAuthorities())),
                request,
                response);
        newId.onAuthentication(login, request, response);
        SecurityLog.write(
                SecurityLog.Event.FACTOR_USED,
                accounts.idOf(login.getName()),
                factor.name().toLowerCase(Locale.ROOT));
    }

    private static Set<GrantedAuthority> with(AuthFactor factor, Collection<? extends GrantedAuthority> before) {
        Set<GrantedAuthority> authorities = new LinkedHashSet<>(before);
        authorities.removeIf(factor::matches);
        authorities.add(factor.toAuthority());
        return authorities;
    }

    private void store(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /**
     * At each login, by the form or otherwise: a new session without any attribute of the previous one, which belonged to
     * a visitor or to another user of this browser.
     */
    @Override
    public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SignInDetails.of(request, clock.instant()).storeIn(request.getSession());
        newToken.onAuthentication(login, request, response);
        SecurityLog.write(SecurityLog.Event.LOGIN, accounts.idOf(login.getName()), factors(login));
    }

    private static String factors(Authentication login) {
        String names = AuthFactors.of(login).lastUsed().keySet().stream()
                .map(factor -> factor.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "password" : names;
    }

    /** Logs the end of a session by its user. */
    void logOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login) {
        if (login != null) {
            SecurityLog.write(SecurityLog.Event.LOGOUT, accounts.idOf(login.getName()), "");
        }
    }

    /** Ends all sessions of a user. */
    public void endAll(String username) {
        SecurityLog.write(SecurityLog.Event.SESSIONS_ENDED, accounts.idOf(username), "all");
        accounts.endSessions(username, null);
    }

    /** Ends all sessions of a user except that of this request. */
    public void endOthers(String username, HttpServletRequest request) {
        SecurityLog.write(SecurityLog.Event.SESSIONS_ENDED, accounts.idOf(username), "others");
        accounts.endSessions(username, request.getSession().getId());
    }
}
