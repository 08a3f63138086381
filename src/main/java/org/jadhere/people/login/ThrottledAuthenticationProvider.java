package org.jadhere.people.login;

import java.util.Objects;
import java.util.function.Supplier;
import org.jadhere.platform.audit.SecurityLog;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks username and password, except after too many attempts: then even the right password is rejected. While a hash in
 * the format of Django is left, which is slower to verify, each check verifies one of each format: the time tells neither
 * such accounts from others nor from unknown names.
 */
final class ThrottledAuthenticationProvider extends DaoAuthenticationProvider {

    private final LoginAccounts accounts;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final Supplier<String> decoy;

    ThrottledAuthenticationProvider(LoginAccounts accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        super(accounts);
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.decoy = SingletonSupplier.of(() -> String.valueOf(encoder.encode("decoy")));
        setPasswordEncoder(encoder);
        setUserDetailsPasswordService(accounts);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String username = login.getName();
        String address = address(login);
        if (!throttle.admits(LoginThrottle.Kind.PASSWORD, username, address)) {
            log(SecurityLog.Event.LOGIN_THROTTLED, username);
            throw new LockedException("too many attempts");
        }
        verifyOtherFormat(login);
        Authentication account = verify(login);
        throttle.reset(LoginThrottle.Kind.PASSWORD, username, address);
        return account;
    }

    private Authentication verify(Authentication login) {
        try {
            return super.authenticate(login);
        } catch (AuthenticationException e) {
            log(SecurityLog.Event.LOGIN_FAILED, login.getName());
            throw e;
        }
    }

    /** Without the name that was typed, which may be a password; with the account, if there is one. */
    private void log(SecurityLog.Event event, String username) {
        SecurityLog.write(event, accounts.idOf(username), "password");
    }

    private void verifyOtherFormat(Authentication login) {
        String django = accounts.djangoHash();
        if (django != null) {
            String typed = Objects.toString(login.getCredentials(), "");
            encoder.matches(typed, accounts.hasDjangoHash(login.getName()) ? decoy.get() : django);
        }
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "::";
    }
}
