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

/** A user gets one mail for each change of a login factor, made by themselves or by an administrator. */
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
        var factor = FactorGrantedAuthority.withAuthority("FACTOR_WEBAUTHN")
                .issuedAt(Instant.now())
                .build();
        var request = browser()
                .post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.user("alice").authorities(factor))
                .with(Stage.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private void assertNotified(String what) {
        var mailbox = new Mailbox(db(), "alice@example.org");
        assertThat(mailbox.kinds()).as("one mail").containsExactly("account-changed");
        assertThat(mailbox.text()).contains("Bonjour Alice Martin", what, "/me/security");
    }

    @Test
    void aPasswordChangedByTheUserIsNotified() {
        var fields = Map.of("current", OLD, "password", NEW, "again", NEW);
        assertThat(post("/me/password", fields)).hasStatus(302);

        assertNotified("Le mot de passe de votre compte a changé.");
    }

    @Test
    void aPasswordChangedByAnAdminIsNotified() {
        String path = "/admin/users/" + cast().alice + "/password";
        assertThat(as("erin").proved().post(path, Map.of("password", "azertyuiop")))
                .hasStatus(422);
        assertThat(db().fetchCount(MAIL)).as("a weak password is rejected").isZero();

        assertThat(as("erin").proved().post(path, Map.of("password", NEW))).hasStatus(302);

        assertNotified("Le mot de passe de votre compte a changé.");
    }

    @Test
    void theNoticeIsInTheLanguageOfTheUser() {
        db().update(APP_USER)
                .set(APP_USER.LANGUAGE, "en")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        as("erin").proved().post("/admin/users/" + cast().alice + "/password", Map.of("password", NEW));

        assertThat(new Mailbox(db(), "alice@example.org").text())
                .contains("Hello Alice Martin", "The password of your account has changed.");
    }

    @Test
    void aRemovedPasskeyIsNotified() {
        post("/me/security/passkeys/" + db().fetchSingle(PASSKEY).get(PASSKEY.ID) + "/removal", Map.of());
        assertNotified("Une clé d’accès a été retirée");
    }

    @Test
    void anAddedGeneratorIsNotified() {
        byte[] secret = Totp.newSecret();
        var alice = new Actor(cast().alice, "alice", "Alice Martin", "fr", false, false, Set.of(), Set.of());
        generators.add(alice, secret, Totp.code(secret, Totp.step(Instant.now())));
        assertNotified("Un générateur de codes a été ajouté");
    }

    @Test
    void aRemovedGeneratorIsNotifiedOnce() {
        db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().alice)
                .execute();

        post("/me/security/generator/removal", Map.of());
        assertNotified("Le générateur de codes a été retiré");
        post("/me/security/generator/removal", Map.of());
        assertNotified("Le générateur de codes a été retiré");
    }

    @Test
    void newRecoveryCodesAreNotified() {
        db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().alice)
                .execute();
        post("/me/security/recovery", Map.of());

        assertNotified("De nouveaux codes de secours");
    }

    @Test
    void factorsRemovedByAnAdminAreNotified() {
        as("erin").proved().post("/admin/users/" + cast().alice + "/factors/removal");
        assertNotified("par l’administration");

        as("erin").proved().post("/admin/users/" + cast().alice + "/factors/removal");
        assertNotified("par l’administration");
    }

    @Test
    void factorsRemovedByTheCommandAreNotified() {
        factors.removeAll("alice");

        assertNotified("par l’administration");
    }

    @Test
    void aRenamedPasskeyIsNotNotified() {
        post("/me/security/passkeys/" + db().fetchSingle(PASSKEY).get(PASSKEY.ID), Map.of("name", "bleue"));

        assertThat(db().fetchCount(MAIL)).isZero();
    }
}
