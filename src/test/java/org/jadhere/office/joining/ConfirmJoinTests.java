package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A request to join is confirmed by mail, and erased after a week without confirmation. */
@ActTest
@WithCast
class ConfirmJoinTests extends JoinFixture {

    @Test
    void crewsSeeARequestAfterItsConfirmation() {
        assertThat(get("/join")).hasStatusOk().bodyText().contains("J’accepte la charte.", "Toulouse");
        assertThat(post("/join", zoe())).hasRedirectedUrl("/join/asked?done=join-letter");
        String page = "/admin/requests/" + only().get(JOIN_REQUEST.ID);

        String link = linkFor("zoe@example.org");
        assertThat(as("carol").get("/admin/requests")).bodyText().doesNotContain("Lefèvre");
        assertThat(as("carol").get(page)).hasStatus(404);
        assertThat(get(link)).hasStatusOk().bodyText().contains("zoe@example.org");
        assertThat(only().get(JOIN_REQUEST.CONFIRMED_AT))
                .as("opening the link confirms nothing")
                .isNull();

        assertThat(post(link, Map.of())).hasRedirectedUrl("/join/asked?done=join-confirmed");

        assertThat(as("carol").get("/admin/requests")).bodyText().contains("Zoé Lefèvre", "Toulouse");
        assertThat(as("carol").get(page))
                .hasStatusOk()
                .bodyText()
                .contains("J’accepte la charte.", "05 61 00 00 00", "&lt;b&gt;Bonjour&lt;/b&gt;", "{0}");
        assertThat(post(link, Map.of())).hasStatus(404);
        assertThat(get(link)).hasStatus(404);
    }

    @Test
    void aKnownAddressGetsAMailAndNoRequest() {
        assertThat(post("/join", but(zoe(), "email", "ALICE@example.org")))
                .hasRedirectedUrl("/join/asked?done=join-letter");
        joinMails.run();

        assertThat(mailbox("alice@example.org").kinds()).containsExactly("join-known");
        assertThat(mailbox("alice@example.org").text()).contains("/login").doesNotContain("/join/");
        assertThat(as("carol").get("/admin/requests")).bodyText().doesNotContain("Lefèvre");
    }

    @Test
    void theMailContainsNoTextOfTheVisitor() {
        post("/join", but(zoe(), "first-name", "Gagnez https://spam.example"));
        joinMails.run();

        assertThat(db().fetchSingle(MAIL)).satisfies(letter -> {
            assertThat(letter.get(MAIL.BODY_TEXT)).doesNotContain("spam", "Lefèvre");
            assertThat(letter.get(MAIL.BODY_HTML)).doesNotContain("spam", "Lefèvre");
        });
    }

    @Test
    void aMailboxGetsThreeMailsADay() {
        for (int time = 0; time < 5; time++) {
            post("/join", zoe());
            joinMails.run();
        }

        assertThat(mailbox("zoe@example.org").kinds()).hasSize(JoinMails.MAX_PER_MAILBOX);
    }

    @Test
    void anUnconfirmedRequestIsErasedAfterAWeek() {
        post("/join", zoe());
        String link = linkFor("zoe@example.org");
        age(Duration.ofDays(7).minusMinutes(1));
        joinMails.run();
        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();

        age(Duration.ofDays(7).plusMinutes(1));
        joinMails.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();
        assertThat(db().fetchCount(JOIN_REQUEST_CONSENT)).isZero();
        assertThat(db().fetchCount(JOIN_REQUEST_SERVICE)).isZero();
        assertThat(post(link, Map.of())).as("its link is no longer valid").hasStatus(404);
    }

    @Test
    void aConfirmedRequestIsKept() {
        post("/join", zoe());
        post(linkFor("zoe@example.org"), Map.of());
        age(Duration.ofDays(300));
        joinMails.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();
    }

    private void age(Duration by) {
        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ASKED_AT, Instant.now().minus(by))
                .execute();
    }

    @Test
    void theHistoryNamesTheRequesterWithoutSecrets() {
        post("/join", zoe());
        post(linkFor("zoe@example.org"), Map.of());

        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("join_request").and(HISTORY.DOOR.eq("web"))))
                .as("from the confirmation on")
                .hasSize(1)
                .allSatisfy(line -> {
                    assertThat(line.get(HISTORY.ACTOR)).isEqualTo("zoe@example.org");
                    assertThat(line.get(HISTORY.ACTOR_ID)).isNull();
                });
        assertThat(db().fetch(HISTORY).stream().map(Object::toString))
                .as("no secret in the history")
                .noneMatch(line -> line.contains(secret()));
    }

    private String secret() {
        return mailbox("zoe@example.org").path().replaceFirst(".*/", "");
    }
}
