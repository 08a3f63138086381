package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A password set on one machine opens on another, whether that has the library or not. */
class Argon2LibraryTests {

    private static final PasswordEncoder HERE = Argon2Library.createEncoder();
    private static final PasswordEncoder JAVA = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    static Stream<String> passwords() {
        return Stream.of("ecrevisse-lampadaire", "mot de passe à accents éèü €", "𝔘nicode 🔑", "x", "long".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void eachAcceptsWhatTheOtherHashed(String password) {
        assertThat(JAVA.matches(password, HERE.encode(password))).isTrue();
        assertThat(HERE.matches(password, JAVA.encode(password))).isTrue();
    }

    @Test
    void anotherPasswordIsNone() {
        String known = HERE.encode("ecrevisse-lampadaire");

        assertThat(HERE.matches("Ecrevisse-lampadaire", known)).isFalse();
        assertThat(HERE.matches("ecrevisse-lampadaire ", known)).isFalse();
        assertThat(HERE.matches("", known)).isFalse();
    }

    @Test
    void theSamePasswordIsNeverHashedTheSame() {
        assertThat(HERE.encode("ecrevisse")).isNotEqualTo(HERE.encode("ecrevisse"));
    }

    @Test
    void weakerHashesAreToBeMadeAnew() {
        String weaker = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode("ecrevisse");

        assertThat(HERE.matches("ecrevisse", weaker)).isTrue();
        assertThat(HERE.upgradeEncoding(weaker)).isTrue();
        assertThat(HERE.upgradeEncoding(HERE.encode("ecrevisse"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "argon2", "{bcrypt}x"})
    void whatIsNoHashMatchesNothing(String damaged) {
        assertThat(HERE.matches("ecrevisse", damaged)).isFalse();
    }
}
