package org.jadhere.people.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.people.factors.Owner.secondStep;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.platform.db.Tables.SPRING_SESSION_ATTRIBUTES;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jadhere.people.factors.Owner;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Links by mail to choose a new password. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordLinkTests extends LinkTestBase {

    @Test
    void aLinkSetsANewPasswordOnceAndLogsIn() {
        String path = passwordLink();

        assertThat(location(choose(visitor, path, NEW))).contains("/me?done=password-chosen");

        assertThat(visitor.get("/me?done=password-chosen").body()).contains(ida.name);
        assertThat(location(Visitor.of(server).login(ida.name, NEW))).endsWith("/");
        assertThat(Visitor.of(server).login(ida.name, Owner.PASSWORD).statusCode())
                .isEqualTo(422);
        isInvalid(path);
    }

    @Test
    void openingALinkDoesNotUseItUp() {
        String path = passwordLink(); // mail programs open links to check them
        IntStream.range(0, 3)
                .forEach(look ->
                        assertThat(Visitor.of(server).get(path).statusCode()).isEqualTo(200));

        assertThat(db.fetchSingle(LINK, LINK.USER_ID.eq(ida.id)).get(LINK.USED_AT))
                .isNull();
        assertThat(location(choose(visitor, path, NEW))).contains("/me");
    }

    @Test
    void aLinkExpiresAfterTenMinutes() {
        String path = passwordLink();
        var link = db.fetchSingle(LINK, LINK.USER_ID.eq(ida.id));
        assertThat(link.get(LINK.EXPIRES_AT))
                .isEqualTo(link.get(LINK.CREATED_AT).plusSeconds(600));

        db.update(LINK)
                .set(LINK.CREATED_AT, Instant.now().minusSeconds(601))
                .set(LINK.EXPIRES_AT, Instant.now().minusSeconds(1))
                .where(LINK.USER_ID.eq(ida.id))
                .execute();

        isInvalid(path);
    }

    @Test
    void aSecondLinkMakesTheFirstInvalid() {
        String first = passwordLink();
        String second = passwordLink();

        isInvalid(first);
        assertThat(location(choose(visitor, second, NEW))).contains("/me");
    }

    @Test
    void aPasswordChangeMakesTheLinkInvalid() {
        String path = passwordLink();
        var here = ida.login();
        here.post("/me/password", "/me/password", Map.of("current", Owner.PASSWORD, "password", NEW, "again", NEW));

        isInvalid(path);
    }

    @Test
    void rejectedPasswordsDoNotUseTheLinkUp() {
        String path = passwordLink();

        var weak = choose(visitor, path, "azertyuiop");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body())
                .contains("password-error", "se devine facilement")
                .doesNotContain("azertyuiop");
        var slip = visitor.post(path, path, Map.of("password", NEW, "again", NEW + "x"));
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(slip.body()).contains("again-error");
        assertThat(visitor.post(path, path, Map.of()).statusCode()).isEqualTo(422);

        assertThat(location(choose(visitor, path, NEW))).contains("/me");
    }

    @Test
    void ofManyConcurrentUsesOneLogsIn() throws Exception {
        var login = server.bean(LinkLogin.class);
        String secret = secretOf(passwordLink());

        assertThat(atOnce(() -> login.choosePassword(secret, NEW))).isEqualTo(1);
    }

    @Test
    void earlierSessionsEnd() {
        var thief = ida.login();
        String path = passwordLink();
        assertThat(thief.get("/me").statusCode()).isEqualTo(200);

        choose(visitor, path, NEW);

        assertThat(location(thief.get("/me"))).endsWith("/login");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherUserOfTheBrowserIsLoggedOut() {
        var other = new Owner(server);
        var shared = other.login();

        choose(shared, passwordLink(), NEW);

        assertThat(shared.get("/me").body()).contains(ida.name).doesNotContain(other.name);
    }

    @Test
    void theSessionHasTheFactorOfALink() {
        choose(visitor, passwordLink(), NEW);

        assertThat(sessionsOf(ida.name)).singleElement().asString().contains("FACTOR_OTT");
        assertThat(location(visitor.get("/me/emails")))
                .as("a password is asked for")
                .contains("/me/confirm");
    }

    private List<String> sessionsOf(String username) {
        return db.select(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES)
                .from(SPRING_SESSION_ATTRIBUTES)
                .join(SPRING_SESSION)
                .on(SPRING_SESSION.PRIMARY_ID.eq(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID))
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(username))
                .and(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME.eq("SPRING_SECURITY_CONTEXT"))
                .fetch(row -> new String(row.value1(), ISO_8859_1));
    }

    @Test
    void aSecondFactorIsStillRequired() {
        ida.setUpGenerator(ida.login());

        choose(visitor, passwordLink(), NEW);

        assertThat(location(visitor.get("/me"))).endsWith("/login/second");
        assertThat(location(secondStep(visitor, ida.code(1)))).endsWith("/me");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void theSecretIsStoredAsADigestOnly(CapturedOutput output) throws Exception {
        String path = passwordLink();
        String secret = secretOf(path);
        choose(visitor, path, "azertyuiop");
        choose(visitor, path, NEW);
        visitor.get(path);

        assertThat(secret).hasSize(43);
        assertThat(db.fetchSingle(LINK, LINK.USER_ID.eq(ida.id)).get(LINK.TOKEN))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(ISO_8859_1)));
        assertThat(db.fetchCount(HISTORY, condition("history::text like {0}", val("%" + secret + "%"))))
                .isZero();
        assertThat(output.getAll()).doesNotContain(secret, NEW);
    }

    @Test
    void theChangeIsAttributedAndNotifiedOnce() {
        choose(visitor, passwordLink(), NEW);

        var changes = db.fetch(HISTORY, HISTORY.TABLE_NAME.eq("app_user").and(HISTORY.ACTOR_ID.eq(ida.id)));
        assertThat(changes).singleElement().satisfies(line -> {
            assertThat(line.get(HISTORY.ROW_ID)).isEqualTo(ida.id);
            assertThat(line.get(HISTORY.ACTOR)).isEqualTo(ida.name);
            assertThat(line.get(HISTORY.DOOR)).isEqualTo("web");
        });
        assertThat(mailbox.kinds()).containsExactly("password", "account-changed");
    }
}
