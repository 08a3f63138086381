package org.jadhere.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes of the native library and of Java are interchangeable, so that machines may differ. */
class Argon2LibraryTests {

    private static final PasswordEncoder LIBRARY = Argon2Library.createEncoder();
    private static final PasswordEncoder JAVA = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    static Stream<String> passwords() {
        return Stream.of("ecrevisse-lampadaire", "mot de passe à accents éèü €", "𝔘nicode 🔑", "x", "long".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void eachEncoderMatchesHashesOfTheOther(String password) {
        assertThat(JAVA.matches(password, LIBRARY.encode(password))).isTrue();
        assertThat(LIBRARY.matches(password, JAVA.encode(password))).isTrue();
    }

    @Test
    void otherPasswordsDoNotMatch() {
        String known = LIBRARY.encode("ecrevisse-lampadaire");

        assertThat(LIBRARY.matches("Ecrevisse-lampadaire", known)).isFalse();
        assertThat(LIBRARY.matches("ecrevisse-lampadaire ", known)).isFalse();
        assertThat(LIBRARY.matches("", known)).isFalse();
    }

    @Test
    void hashesAreSalted() {
        assertThat(LIBRARY.encode("ecrevisse")).isNotEqualTo(LIBRARY.encode("ecrevisse"));
    }

    @Test
    void weakerHashesNeedAnUpgrade() {
        String weaker = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode("ecrevisse");

        assertThat(LIBRARY.matches("ecrevisse", weaker)).isTrue();
        assertThat(LIBRARY.upgradeEncoding(weaker)).isTrue();
        assertThat(LIBRARY.upgradeEncoding(LIBRARY.encode("ecrevisse"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "argon2", "{bcrypt}x"})
    void malformedHashesMatchNothing(String damaged) {
        assertThat(LIBRARY.matches("ecrevisse", damaged)).isFalse();
    }
}
