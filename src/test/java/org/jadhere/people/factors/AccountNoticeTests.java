package org.jadhere.people.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever changes what opens Alice\u2019s account, she gets one letter that says so. */
@ActTest
@WithCast
class AccountNoticeTests {

    private static final String OLD = "trois canards bleus";
    private static final String NEW = "quatre canards verts";

    @Autowired
    SecondFactors factors;

    @Autowired
    CodeGenerators generators;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    void aliceHasAPasswordAndAPasskey() {
        db().update(APP_USER)
                .set(APP_USER.PASSWORD, encoder.encode(OLD))
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        db().insertInto(PASSKEY, PASSKEY.USER_ID, PASSKEY.NAME)
                .values(cast().alice, "clé")
                .execute();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var proof = FactorGrantedAuthority.withAuthority("FACTOR_WEBAUTHN")
                .issuedAt(Instant.now())
                .build();
        var request = browser()
                .post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.user("alice").authorities(proof))
                .with(Stage.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private void isTold(String what) {
        var mailbox = new Mailbox(db(), "alice@example.org");
        assertThat(mailbox.kinds()).as("one letter").containsExactly("account-changed");
        assertThat(mailbox.text()).contains("Bonjour Alice Martin", what, "/me/security");
    }

    @Test
    void whenSheChangesThePasswordHerself() {
        var fields = Map.of("current", OLD, "password", NEW, "again", NEW);
        assertThat(post("/me/password", fields)).hasStatus(302);

        isTold("Le mot de passe de votre compte a changé.");
    }

    @Test
    void whenAnAdministratorDoes() {
        String path = "/admin/users/" + cast().alice + "/password";
        assertThat(as("erin").post(path, Map.of("password", "azertyuiop"))).hasStatus(422);
        assertThat(db().fetchCount(MAIL)).as("a weak one is refused").isZero();

        assertThat(as("erin").post(path, Map.of("password", NEW))).hasStatus(302);

        isTold("Le mot de passe de votre compte a changé.");
    }

    @Test
    void inHerOwnLanguage() {
        db().update(APP_USER)
                .set(APP_USER.LANGUAGE, "en")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        as("erin").post("/admin/users/" + cast().alice + "/password", Map.of("password", NEW));

        assertThat(new Mailbox(db(), "alice@example.org").text())
                .contains("Hello Alice Martin", "The password of your account has changed.");
    }

    @Test
    void whenAPasskeyIsRemoved() {
        post("/me/security/passkeys/" + db().fetchSingle(PASSKEY).get(PASSKEY.ID) + "/removal", Map.of());
        isTold("Une clé d’accès a été retirée");
    }

    @Test
    void whenAGeneratorIsAddedAndWhenItIsRemoved() {
        byte[] secret = Totp.newSecret();
        var alice = new Actor(cast().alice, "alice", "Alice Martin", "fr", false, false, Set.of(), Set.of());
        generators.add(alice, secret, Totp.code(secret, Totp.step(Instant.now())));
        isTold("Un générateur de codes a été ajouté");
        db().deleteFrom(MAIL).execute();

        post("/me/security/generator/removal", Map.of());
        isTold("Le générateur de codes a été retiré");
        post("/me/security/generator/removal", Map.of());
        isTold("Le générateur de codes a été retiré");
    }

    @Test
    void whenRecoveryCodesAreMadeAnew() {
        db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().alice)
                .execute();
        post("/me/security/recovery", Map.of());

        isTold("De nouveaux codes de secours");
    }

    @Test
    void whenAnAdministratorTakesHerFactors() {
        as("erin").post("/admin/users/" + cast().alice + "/factors/removal");
        isTold("par l’administration");

        as("erin").post("/admin/users/" + cast().alice + "/factors/removal");
        isTold("par l’administration");
    }

    @Test
    void whenTheCommandLineDoes() {
        factors.removeAll("alice");

        isTold("par l’administration");
    }

    @Test
    void aNewNameOfAPasskeyIsNoSuchChange() {
        post("/me/security/passkeys/" + db().fetchSingle(PASSKEY).get(PASSKEY.ID), Map.of("name", "bleue"));

        assertThat(db().fetchCount(MAIL)).isZero();
    }
}
