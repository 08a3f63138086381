package org.jadhere.network.whohad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The form that asks who held an address, who may send it, and the journal of questions. */
@ActTest
@WithCast
class WhoHadQuestionTests extends WhoHadFixture {

    @Test
    void anAmbiguousHourNeedsAnOffset() {
        given().allocation(service, "192.0.2.9", with(IP_ALLOCATION.HELD_FROM, Instant.parse("2024-10-27T01:00:00Z")));

        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "at-error", "<select id=\"at-offset\"", "+02:00", "+01:00", "2024-10-27T00:30:00Z", "2025-17");
        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30", "at-offset", "+03:00"))
                .hasStatus(422);
        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30", "at-offset", "+02:00"))
                .bodyText()
                .doesNotContain("Alice");
        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30", "at-offset", "+01:00"))
                .bodyText()
                .contains("Alice Martin");
    }

    @Test
    void anHourThatDidNotExistIsRefused() {
        assertThat(ask("dave", "192.0.2.9", "2025-03-30T02:30"))
                .hasStatus(422)
                .bodyText()
                .contains("pas existé");
    }

    @Test
    void addressTimeAndReasonAreRequired() {
        assertThat(ask("dave", "192.0.2.300", MARCH)).hasStatus(422).bodyText().contains("address-error");
        assertThat(ask("dave", "192.0.2.7", "hier")).hasStatus(422).bodyText().contains("at-error");
        assertThat(ask("dave", "192.0.2.7", "2999-01-01T00:00Z"))
                .hasStatus(422)
                .bodyText()
                .contains("à venir");
        assertThat(ask("dave", "192.0.2.7", MARCH, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("reason-error", "192.0.2.7")
                .doesNotContain("Alice");
        assertThat(db().fetchCount(ADDRESS_QUESTION)).isZero();
    }

    @Test
    void questionsAreRecordedWithTheirReason() {
        ask("dave", "192.0.2.7", MARCH);
        ask("erin", "198.51.100.1", MARCH);

        assertThat(as("erin").get(BOX + "/journal"))
                .hasStatus(200)
                .bodyText()
                .contains("dave", "erin", "réquisition 2025-17", "192.0.2.7", "un seul service", "pas à nous")
                .contains("telle qu’elle a été consignée")
                .doesNotContain("Alice", "altéré");
        assertThat(as("dave").get(BOX + "/journal")).hasStatus(403);
        assertThat(db().fetchSingle(ADDRESS_QUESTION, ADDRESS_QUESTION.ID.eq(1L)))
                .satisfies(row -> {
                    assertThat(row.get(ADDRESS_QUESTION.ACTOR_ID)).isEqualTo(cast().dave);
                    assertThat(row.get(ADDRESS_QUESTION.SERVICE_ID)).isEqualTo(service);
                    assertThat(row.get(ADDRESS_QUESTION.DOOR)).isEqualTo("web");
                });
    }

    @Test
    void aLinkFillsTheFormWithoutAsking() {
        assertThat(as("dave").get(BOX + "?address={a}&at={b}", "192.0.2.7", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("value=\"192.0.2.7\"", "value=\"" + MARCH + "\"")
                .doesNotContain("Alice Martin");
        assertThat(db().fetchCount(ADDRESS_QUESTION)).isZero();
    }

    @Test
    void otherCrewsMayNotAsk() {
        for (String username : new String[] {"alice", "bob", "carol"}) {
            assertThat(ask(username, "192.0.2.7", MARCH)).hasStatus(403);
        }
    }

    @Test
    void aCrewWithThePermissionMayAsk() {
        long frank = cast().frank;
        db().update(APP_USER)
                .set(APP_USER.STAFF, true)
                .where(APP_USER.ID.eq(frank))
                .execute();
        long crew = given().crew("juridique");
        given().joins(frank, crew);
        assertThat(ask("frank", "192.0.2.7", MARCH)).hasStatus(403);

        var ticked = Map.of("name", "juridique", "address.trace", "yes", "was.name", "juridique");
        assertThat(as("erin").post("/admin/crews/" + crew, ticked)).hasStatus(302);

        assertThat(ask("frank", "192.0.2.7", MARCH)).hasStatus(200).bodyText().contains("Alice Martin");
        assertThat(as("frank").get("/admin/payments"))
                .as("the permission does not include payments")
                .hasStatus(403);
        assertThat(as("frank").get("/admin/services/" + service)).hasStatus(403);
        db().deleteFrom(CREW_PERMISSION).where(CREW_PERMISSION.CREW_ID.eq(crew)).execute();
        assertThat(ask("frank", "192.0.2.7", MARCH)).hasStatus(403);
        assertThat(db().fetchCount(MEMBER)).isPositive();
    }
}
