package org.jadhere.pages.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.statistics.Statistics;
import org.jadhere.platform.db.Money;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After a handover, what the former holder paid is theirs alone: no amount, note or address reaches the next holder. */
@ActTest
@WithCast
class FormerHolderTests extends HolderFixture {

    private static final List<String> SECRETS =
            List.of("77,77", "77.77", "note-sur-alice", "192.0.2.66", "notes-du-service", "Alice");

    @Autowired
    Statistics statistics;

    private long paid;

    @BeforeEach
    void aliceHandsOverToFrank() {
        paid = given().payment(
                        service,
                        with(PAYMENT.AMOUNT, Money.parse("77.77")),
                        with(PAYMENT.NOTE, "note-sur-alice"),
                        with(PAYMENT.VALIDATED, true),
                        with(PAYMENT.ENDS_ON, today.minusDays(5)));
        db().update(SERVICE).set(SERVICE.NOTES, "notes-du-service").execute();
        long old = given().allocation(service, "192.0.2.66");
        db().update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, Instant.now().minusSeconds(864_000))
                .where(IP_ALLOCATION.ID.eq(old))
                .execute();
        assertThat(handOver("carol", today.minusDays(3))).hasStatus(302);
        given().payment(service, with(PAYMENT.STARTS_ON, today.minusDays(3)), with(PAYMENT.NOTE, "note-sur-frank"));
    }

    @Test
    void theFormerHolderKeepsTheirReceipts() {
        assertThat(as("alice").get("/me/payments/" + paid + "/receipt.pdf")).hasStatusOk();
        assertThat(as("frank").get("/me/payments/" + paid + "/receipt.pdf")).hasStatus(404);
    }

    @Test
    void eachSeesTheirOwnDaysOnly() {
        assertThat(as("frank").get("/me")).bodyText().contains("abo-1", "28,00").doesNotContain(SECRETS);
        assertThat(as("frank").get("/me/data.json"))
                .bodyText()
                .contains("abo-1", "note-sur-frank")
                .doesNotContain(SECRETS);
        assertThat(as("frank").get("/me/data")).bodyText().doesNotContain(SECRETS);

        assertThat(as("alice").get("/me/data.json"))
                .bodyText()
                .contains("77.77", "note-sur-alice", "192.0.2.66")
                .doesNotContain("note-sur-frank", "Frank");
        assertThat(as("alice").get("/me")).bodyText().contains("77,77").doesNotContain("Frank");
    }

    @Test
    void listsAndExportsNameWhoPaid() {
        assertThat(as("bob").get("/admin/payments/export?format=csv"))
                .bodyText()
                .containsPattern("Alice Martin[^\n]*77.77|77.77[^\n]*Alice Martin")
                .containsPattern("Frank Martin");
        assertThat(as("carol").get("/admin/members/" + cast().aliceMember))
                .bodyText()
                .contains("77,77");
        assertThat(as("carol").get("/admin/members/" + franks)).bodyText().doesNotContain("77,77");
    }

    @Test
    void noMailTellsTheOtherHolder() {
        assertThat(db().select(MAIL.BODY_TEXT).from(MAIL).fetch(MAIL.BODY_TEXT))
                .allSatisfy(text -> assertThat(text).doesNotContain("77"));
    }

    @Test
    void pastFiguresStay() {
        LocalDate before = today.minusDays(10);
        var figures = statistics.asOf(before);
        handOver("carol", today);
        pause("carol", today);
        assertThat(statistics.asOf(before)).isEqualTo(figures);
        assertThat(figures.total().paying()).isEqualTo(1);
    }

    @Test
    void atAPastDayThePageShowsWhoHeldItThen() {
        assertThat(as("carol").get("/admin/members/" + cast().aliceMember + "?at=" + today.minusDays(10)))
                .bodyText()
                .contains("abo-1");
        assertThat(as("carol").get("/admin/members/" + franks + "?at=" + today.minusDays(10)))
                .bodyText()
                .doesNotContain("abo-1");
        assertThat(as("carol").get("/admin/members/" + franks + "?at=hier")).hasStatus(422);
    }
}
