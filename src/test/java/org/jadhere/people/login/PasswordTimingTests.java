package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A failed login computes the same hashes for every name, so that its time tells nothing. */
@ActTest
@WithCast
class PasswordTimingTests {

    private static final String DJANGO = "pbkdf2_sha256$1000$salt$" + "A".repeat(43) + "=";

    @Autowired
    LoginAccounts accounts;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    PasswordEncoder encoder;

    private record Recording(PasswordEncoder encoder, List<String> formats) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            formats.add(String.valueOf(encoded).startsWith("pbkdf2") ? "django" : "argon2");
            return encoder.matches(password, encoded);
        }
    }

    private List<String> formats(String username) {
        var formats = new ArrayList<String>();
        var provider = new ThrottledAuthenticationProvider(accounts, new Recording(encoder, formats), throttle);
        try {
            provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, "guess"));
        } catch (AuthenticationException expected) {
            // a wrong password
        }
        return formats.stream().sorted().toList();
    }

    @Test
    void everyNameCostsTheSameWhileOneHashOfDjangoIsLeft() {
        given().user("henri", with(APP_USER.PASSWORD, DJANGO));
        db().update(APP_USER)
                .set(APP_USER.PASSWORD, encoder.encode("trois canards bleus"))
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(Map.of("henri", formats("henri"), "alice", formats("alice"), "unknown", formats("unknown")))
                .allSatisfy((name, formats) -> assertThat(formats).as(name).containsExactly("argon2", "django"));
    }

    @Test
    void withoutOneOnlyArgon2IsComputed() {
        assertThat(formats("unknown")).containsExactly("argon2");
    }
}
