package org.jadhere.people.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MAIL_HANDOVER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.util.List;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** The mail queue as crews see it, and what they do with mails that were not delivered. */
@ActTest
@WithCast
class StuckMailsTests {

    private Record mail(long id) {
        return db().fetchSingle(MAIL, MAIL.ID.eq(id));
    }

    private long inDoubt(String recipient) {
        long id = given().lostMail(recipient, with(MAIL.GIVEN_UP_AT, null));
        db().insertInto(MAIL_HANDOVER)
                .set(MAIL_HANDOVER.MAIL_ID, id)
                .set(MAIL_HANDOVER.AT, Instant.now().minusSeconds(180))
                .execute();
        return id;
    }

    @Test
    void stuckMailsAreMarkedAndListed() {
        long lost = given().lostMail("lost@example.org", with(MAIL.BODY_TEXT, "canard-secret"));
        long doubtful = inDoubt("doubtful@example.org");
        given().lostMail("waiting@example.org", with(MAIL.GIVEN_UP_AT, null));

        assertThat(as("carol").get("/admin/mails"))
                .hasStatusOk()
                .bodyText()
                .contains("lost@", "doubtful@", "waiting@", "échec", "incertain", "à envoyer")
                .contains("spring.mail.host")
                .doesNotContain("canard-secret");
        assertThat(as("carol").get("/admin/mails?stuck=yes"))
                .bodyText()
                .contains("/admin/mails/" + lost + "/retry", "/admin/mails/" + doubtful + "/delivery")
                .doesNotContain("waiting@");
        assertThat(as("carol").get("/admin/")).as("on the dashboard").bodyText().contains("lost@example.org");
    }

    @Test
    void aRetryResetsTheMail() {
        for (long id :
                new long[] {given().lostMail("a@example.org", with(MAIL.ATTEMPTS, 9)), inDoubt("b@example.org")}) {
            assertThat(as("carol").post("/admin/mails/" + id + "/retry")).hasStatus(302);

            assertThat(mail(id)).satisfies(mail -> {
                assertThat(mail.get(MAIL.GIVEN_UP_AT)).isNull();
                assertThat(mail.get(MAIL.ATTEMPTS)).isZero();
                assertThat(mail.get(MAIL.NEXT_TRY_AT)).isBeforeOrEqualTo(Instant.now());
                assertThat(mail.get(MAIL.DECIDED_BY)).isEqualTo("carol");
                assertThat(mail.get(MAIL.BODY_TEXT)).isNotNull();
            });
            assertThat(as("dave").post("/admin/mails/" + id + "/retry"))
                    .as("no longer stuck")
                    .hasStatus(404);
        }
        assertThat(db().fetchCount(MAIL_HANDOVER)).isZero();
    }

    @Test
    void aMailMarkedAsDeliveredLosesItsText() {
        long id = inDoubt("a@example.org");

        assertThat(as("carol").post("/admin/mails/" + id + "/delivery")).hasStatus(302);

        assertThat(mail(id).get(MAIL.SENT_AT)).isNotNull();
        assertThat(mail(id).get(MAIL.BODY_TEXT)).isNull();
        assertThat(as("carol").get("/admin/mails?stuck=yes")).bodyText().doesNotContain("a@example.org");
    }

    @Test
    void aMailThatIsNotStuckIsNotChanged() {
        long waiting = given().lostMail("a@example.org", with(MAIL.GIVEN_UP_AT, null));
        for (String act : List.of("again", "arrived")) {
            assertThat(as("carol").post("/admin/mails/" + waiting + "/" + act))
                    .as(act)
                    .hasStatus(404);
            assertThat(as("carol").post("/admin/mails/999999/" + act)).hasStatus(404);
        }
        assertThat(mail(waiting).get(MAIL.SENT_AT)).isNull();
    }

    @Test
    void onlyCrewsMaySeeTheQueue() {
        long id = given().lostMail("a@example.org");
        for (String other : List.of("alice", "frank", "bob")) {
            for (String path : List.of("", "/preview", "/preview/join")) {
                assertThat(as(other).get("/admin/mails" + path)).as(other).hasStatus(403);
            }
            for (String act : List.of("/retry", "/delivery")) {
                assertThat(as(other).post("/admin/mails/" + id + act)).as(other).hasStatus(403);
            }
        }
        assertThat(mail(id).get(MAIL.DECIDED_BY)).isNull();
    }
}
