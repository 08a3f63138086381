package org.jadhere.pages.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The last act on the holder of a service can be undone, while nothing was built on it. */
@ActTest
@WithCast
class UndoTests extends HolderFixture {

    private MvcTestResult undo(String who) {
        return as(who).post(page + "/undo", Map.of("act", latestAct().toString()));
    }

    private Instant latestAct() {
        return db().select(HISTORY.AT)
                .from(HISTORY)
                .where(HISTORY.TABLE_NAME.eq("holding"))
                .orderBy(HISTORY.ID.desc())
                .limit(1)
                .fetchSingle(row -> row.get(HISTORY.AT));
    }

    /** All that an act may change, as text. */
    private List<String> state() {
        return List.of(
                holdings().toString(),
                db().select(SERVICE.STARTS_ON, SERVICE.ENDS_ON)
                        .from(SERVICE)
                        .fetch()
                        .toString(),
                db().select(PAYMENT.ID, PAYMENT.ENDS_ON)
                        .from(PAYMENT)
                        .orderBy(PAYMENT.ID)
                        .fetch()
                        .toString(),
                db().select(IP_ALLOCATION.HELD_UNTIL)
                        .from(IP_ALLOCATION)
                        .fetch()
                        .toString(),
                db().select(REVERSE_NAME.NAME).from(REVERSE_NAME).fetch().toString());
    }

    @Test
    void aHandoverIsUndoneWithAllThatItDid() {
        given().allocation(service, "192.0.2.7");
        given().prefix("192.0.2.0/24");
        given().reverseName("192.0.2.7", "serveur.example.org");
        var before = state();

        handOver("carol", today.minusDays(3));
        assertThat(state()).isNotEqualTo(before);
        assertThat(as("carol").get(page)).bodyText().contains("Annuler le dernier changement", "Noté par carol");
        assertThat(undo("carol")).hasStatus(302);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void pauseAndRestartAreUndone() {
        pause("carol", today.minusDays(9));
        var paused = state();

        restart("carol", "2", today.minusDays(5));
        assertThat(undo("carol")).hasStatus(302);
        assertThat(state()).isEqualTo(paused);
        assertThat(undo("carol")).as("the undoing itself is the latest act").hasStatus(302);
        assertThat(holdings()).as("taken up again").hasSize(2);
    }

    @Test
    void theEndOfAServiceIsUndone() {
        var before = state();
        assertThat(as("carol").post(page + "/termination", fields("last-day", today.toString())))
                .hasStatus(302);
        assertThat(undo("carol")).hasStatus(302);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void addressesTakenBackComeBack() {
        given().allocation(service, "192.0.2.7");
        var before = state();
        var form = fields("last-day", today.toString(), "addresses-too", "yes");
        assertThat(as("erin").post(page + "/termination", form)).hasStatus(302);
        assertThat(undo("erin")).hasStatus(302);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatWasBuiltOnAnActKeepsIt() {
        handOver("carol", today.minusDays(3));
        given().payment(service, with(PAYMENT.STARTS_ON, today));

        assertThat(undo("carol")).hasStatus(422).bodyText().contains("Des paiements y sont rattachés");
        assertThat(holdings()).hasSize(2);
    }

    @Test
    void aLaterChangeEndsTheOffer() {
        handOver("carol", today.minusDays(3));
        db().update(PAYMENT).set(PAYMENT.NOTE, "relue").execute();

        assertThat(as("carol").get(page)).bodyText().doesNotContain("Annuler le dernier changement");
        assertThat(undo("carol")).hasStatus(422).bodyText().contains("Quelque chose a changé depuis");
    }

    @Test
    void onlyTheManagingCrewUndoes() {
        handOver("carol", today.minusDays(3));

        assertThat(undo("dave")).hasStatus(404);
        assertThat(undo("bob")).hasStatus(403);
        assertThat(as("carol").post(page + "/undo", Map.of("act", "1"))).hasStatus(404);
        assertThat(holdings()).hasSize(2);
        assertThat(undo("erin")).as("an administrator manages all types").hasStatus(302);
        assertThat(holdings())
                .containsExactly(cast().aliceMember + " 2020-01-01 null".replace("2020-01-01", startOfAlice()));
    }

    private String startOfAlice() {
        return db().fetchSingle(HOLDING).get(HOLDING.STARTS_ON).toString();
    }

    @Test
    void thePaymentsOfTheBankCrewNeedTheBankCrew() {
        long validated = given().payment(service, with(PAYMENT.VALIDATED, true));
        as("erin").post(page + "/pause", fieldsOf(validated));
        assertThat(endOf(validated)).isNotNull();

        assertThat(undo("carol")).hasStatus(403);
        assertThat(undo("erin")).hasStatus(302);
        assertThat(endOf(validated)).isNull();
    }

    private Map<String, String> fieldsOf(long validated) {
        return Map.of("last-day", today.toString(), "ends-too", validated + " " + payment);
    }
}
