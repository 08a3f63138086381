package org.jadhere.people.login;

import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks username and password, except after too many attempts: then even the right password is rejected. */
final class ThrottledAuthenticationProvider extends DaoAuthenticationProvider {

    private final LoginThrottle throttle;

    ThrottledAuthenticationProvider(LoginAccounts accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        super(accounts);
        this.throttle = throttle;
        setPasswordEncoder(encoder);
        setUserDetailsPasswordService(accounts);
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String username = login.getName();
        String address = address(login);
        if (!throttle.admits(LoginThrottle.Kind.PASSWORD, username, address)) {
            throw new LockedException("too many attempts");
        }
        Authentication account = super.authenticate(login);
        throttle.reset(LoginThrottle.Kind.PASSWORD, username, address);
        return account;
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "::";
    }
}
