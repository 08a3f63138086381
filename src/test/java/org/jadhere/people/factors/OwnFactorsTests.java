package org.jadhere.people.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.PASSKEY_CREDENTIAL;
import static org.jadhere.platform.db.Tables.RECOVERY_SHEET;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Users change their own factors after reauthentication; administrators remove those of other users. */
@ActTest
@WithCast
class OwnFactorsTests {

    @Autowired
    SecondFactors factors;

    private long passkey;

    @BeforeEach
    void aliceHasAPasskey() {
        passkey = passkey(cast().alice);
    }

    private long passkey(long user) {
        long id = db().insertInto(PASSKEY)
                .set(PASSKEY.USER_ID, user)
                .set(PASSKEY.NAME, "téléphone")
                .returningResult(PASSKEY.ID)
                .fetchSingle()
                .value1();
        byte[] bytes = ("key " + id).getBytes(StandardCharsets.US_ASCII);
        db().insertInto(PASSKEY_CREDENTIAL)
                .set(PASSKEY_CREDENTIAL.PASSKEY_ID, id)
                .set(PASSKEY_CREDENTIAL.CREDENTIAL_ID, bytes)
                .set(PASSKEY_CREDENTIAL.PUBLIC_KEY, bytes)
                .set(PASSKEY_CREDENTIAL.ATTESTATION, bytes)
                .set(PASSKEY_CREDENTIAL.SIGN_COUNT, 0L)
                .set(PASSKEY_CREDENTIAL.TRANSPORTS, new String[] {"internal"})
                .set(PASSKEY_CREDENTIAL.BACKUP_ELIGIBLE, false)
                .set(PASSKEY_CREDENTIAL.BACKED_UP, false)
                .execute();
        return id;
    }

    /** Sends a request as a user who used a passkey so long ago. */
    private MvcTestResult call(String method, String user, Duration ago, String path, Map<String, String> fields) {
        var factor = FactorGrantedAuthority.withAuthority("FACTOR_WEBAUTHN")
                .issuedAt(Instant.now().minus(ago))
                .build();
        var request = browser()
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.user(user).authorities(factor))
                .with(Stage.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult post(String user, Duration ago, String path, Map<String, String> fields) {
        return call("POST", user, ago, path, fields);
    }

    private static final Duration JUST_NOW = Duration.ofSeconds(5);
    private static final Duration LONG_AGO = Duration.ofMinutes(11);

    @Test
    void changesRequireARecentFactor() {
        for (String path : List.of("/passkeys/new", "/generator/new")) {
            assertThat(call("GET", "alice", LONG_AGO, "/me/security" + path, Map.of()))
                    .as(path)
                    .hasRedirectedUrl("/me/confirm?back=/me/security" + path);
        }
        for (String path : List.of(
                "/passkeys",
                "/passkeys/" + passkey,
                "/passkeys/" + passkey + "/removal",
                "/generator",
                "/generator/removal",
                "/recovery")) {
            assertThat(post("alice", LONG_AGO, "/me/security" + path, Map.of("name", "x")))
                    .as(path)
                    .hasRedirectedUrl("/me/confirm?back=/me/security");
        }
        assertThat(db().fetchSingle(PASSKEY).get(PASSKEY.NAME)).isEqualTo("téléphone");
    }

    @Test
    void aUserRenamesAndRemovesTheirPasskey() {
        String path = "/me/security/passkeys/" + passkey;
        assertThat(post("alice", JUST_NOW, path, Map.of("name", " "))).hasStatus(422);
        assertThat(post("alice", JUST_NOW, path, Map.of("name", "é".repeat(101))))
                .hasStatus(422);
        assertThat(post("alice", JUST_NOW, path, Map.of("name", "clé bleue"))).hasStatus(302);
        assertThat(call("GET", "alice", LONG_AGO, "/me/security", Map.of()))
                .bodyText()
                .contains("clé bleue", "jamais utilisée");

        assertThat(post("alice", JUST_NOW, path + "/removal", Map.of())).hasStatus(302);
        assertThat(db().fetchCount(PASSKEY_CREDENTIAL)).isZero();
    }

    @Test
    void thePasskeyOfAnotherUserIsNotFound() {
        passkey(cast().frank);
        for (String path : List.of("", "/removal")) {
            assertThat(post("frank", JUST_NOW, "/me/security/passkeys/" + passkey + path, Map.of("name", "x")))
                    .as(path)
                    .hasStatus(404);
        }
        assertThat(call("GET", "frank", JUST_NOW, "/me/security", Map.of()))
                .bodyText()
                .doesNotContain("passkeys/" + passkey);
        assertThat(db().fetchCount(PASSKEY, PASSKEY.NAME.eq("téléphone"))).isEqualTo(2);
    }

    @Test
    void malformedCredentialsAreRejected() {
        for (String made :
                List.of("", "{}", "null", "[]", "{\"id\":\"eA\",\"rawId\":\"eA\",\"type\":\"public-key\"}")) {
            var fields = Map.of("name", "x", "credential", made);
            assertThat(post("alice", JUST_NOW, "/me/security/passkeys", fields))
                    .as(made)
                    .hasStatus(422);
            assertThat(post("alice", LONG_AGO, "/me/confirm/passkey", fields))
                    .as(made)
                    .hasStatus(422);
            assertThat(as("alice").post("/login/second/passkey", fields))
                    .as(made)
                    .hasStatus(422);
        }
    }

    @Test
    void anAdministratorRemovesAllFactorsOfAUser() {
        db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().alice)
                .execute();
        db().insertInto(RECOVERY_SHEET)
                .set(RECOVERY_SHEET.USER_ID, cast().alice)
                .set(RECOVERY_SHEET.CODES_LEFT, (short) 3)
                .execute();
        String path = "/admin/users/" + cast().alice + "/factors/removal";
        for (String other : List.of("frank", "carol", "bob")) {
            assertThat(as(other).post(path)).as(other).hasStatus(403);
        }
        assertThat(as("erin").proved().get("/admin/users/" + cast().alice + "/status"))
                .bodyText()
                .contains(path);

        assertThat(as("erin").proved().post(path)).hasStatus(302);

        assertThat(factors.of(cast().alice).isEmpty()).isTrue();
        assertThat(db().fetch(HISTORY, HISTORY.ACTOR_ID.eq(cast().erin), HISTORY.ACTION.eq("delete")))
                .extracting(line -> line.get(HISTORY.TABLE_NAME))
                .containsExactlyInAnyOrder("passkey", "code_generator", "recovery_sheet");
        assertThat(as("erin").get("/admin/history?kind=user&id=" + cast().alice))
                .bodyText()
                .contains("a supprimé", "la clé d’accès «\u00a0téléphone\u00a0» de Alice Martin");
        assertThat(as("erin").proved().post("/admin/users/999999/factors/removal"))
                .hasStatus(404);
    }

    @Test
    void theCommandRemovesAllFactorsOfAUser() {
        assertThat(factors.removeAll("ALICE")).isTrue();
        assertThat(factors.of(cast().alice).isEmpty()).isTrue();
        assertThat(factors.removeAll("personne")).isFalse();
    }
}
