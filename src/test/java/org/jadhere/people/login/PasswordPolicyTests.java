package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Passwords that others guess first are rejected. */
class PasswordPolicyTests {

    private static final List<String> ABOUT =
            List.of("membre", "Camille", "Daumas", "camille.daumas@example.org", "Réseau Libre Toulouse");

    private final PasswordPolicy policy =
            new PasswordPolicy(new StaticListableBeanFactory().getBeanProvider(AccountWords.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camille.daumas@example.org",
                "membre-membre",
                "Camille-Daumas-1",
                "jadhere-jadhere",
                "Adhesion2026!",
                "correcthorsebatterystaple",
                "Correct Horse Battery Staple",
                "reseau libre toulouse 31",
                "kx7Qp kx7Qp kx7Qp",
                "motdepasse1234"
            })
    void guessablePasswordsAreRejected(String password) {
        assertThat(policy.weakness(password, ABOUT)).contains("password.guessable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trois canards bleus",
                "quatre canards sous la pluie",
                "jadhere et sept lampadaires",
                "8Vq-zR2-mL5-wX9",
                " espace devant et derrière "
            })
    void othersAreAccepted(String password) {
        assertThat(policy.weakness(password, ABOUT)).isEmpty();
    }
}
