package org.jadhere.money.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.money.common.ValidationScene.QUEUE;
import static org.jadhere.money.common.ValidationScene.chosen;
import static org.jadhere.money.common.ValidationScene.confirmation;
import static org.jadhere.money.common.ValidationScene.payments;
import static org.jadhere.money.common.ValidationScene.validated;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.csrf;

import java.time.LocalDate;
import java.util.Map;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The payments to validate are selected by ticked boxes, by a preset or by a filter. */
@ActTest
@WithCast
class ValidationSelectionTests {

    @Test
    void aPresetIsAFilterThatTicksItsPage() {
        var ids = payments(2, "28");
        long service = db().fetchSingle(PAYMENT, PAYMENT.ID.eq(ids.getFirst())).get(PAYMENT.SERVICE_ID);
        long recent = given().payment(service, with(PAYMENT.STARTS_ON, LocalDate.now(Texts.PARIS)));

        var week = as("bob").get(QUEUE + "?preset=week");
        assertThat(week).hasStatus(302);
        assertThat(as("bob").get(String.valueOf(week.getResponse().getRedirectedUrl())))
                .bodyText()
                .contains("value=\"" + recent + "\" checked")
                .doesNotContain("name=\"id\" value=\"" + ids.getFirst() + "\"");
        assertThat(as("bob").get(QUEUE + "?preset=cash")).hasStatus(302);
        assertThat(as("bob").get(QUEUE + "?method=standing_order"))
                .bodyText()
                .as("only a preset ticks boxes")
                .doesNotContain("checked");
        assertThat(as("carol").get(QUEUE + "?preset=week")).hasStatus(403);
    }

    @Test
    void tickedBoxesAreKeptAcrossPages() {
        var ids = payments(60, "10");
        var first = ids.subList(0, 50);
        var second = browser()
                .post()
                .uri(QUEUE)
                .with(Stage.as("bob"))
                .with(csrf())
                .param("shown", chosen(first))
                .param("id", String.valueOf(first.get(0)), String.valueOf(first.get(7)))
                .param("after", "2025-01-01~" + first.getLast());
        assertThat(second)
                .hasStatus(200)
                .bodyText()
                .contains("name=\"chosen\" value=\"" + first.get(0) + " " + first.get(7) + "\"")
                .contains("value=\"" + ids.getLast() + "\"");

        var reviewed = browser()
                .post()
                .uri(QUEUE)
                .with(Stage.as("bob"))
                .with(csrf())
                .param("act", "review")
                .param("chosen", first.get(0) + " " + first.get(7))
                .param("shown", chosen(ids.subList(50, 60)))
                .param("id", String.valueOf(ids.getLast()));
        assertThat(reviewed).hasStatus(200).bodyText().contains("3 lignes", "30,00");
    }

    @Test
    void aBoxUntickedOnItsPageIsNoLongerChosen() {
        var ids = payments(2, "10");
        assertThat(as("bob")
                        .post(
                                QUEUE,
                                Map.of(
                                        "act",
                                        "review",
                                        "chosen",
                                        chosen(ids),
                                        "shown",
                                        chosen(ids),
                                        "id",
                                        "" + ids.getFirst())))
                .bodyText()
                .contains("1 ligne", "10,00");
    }

    @Test
    void allRowsOfTheFilterAndNoOthersAreConfirmed() {
        payments(3, "10");
        payments(2, "99");
        var filter = Map.of("act", "all", "least", "50", "method", "standing_order");
        assertThat(as("bob").post(QUEUE, filter)).hasStatus(200).bodyText().contains("2 lignes", "198,00");

        var confirmation =
                Map.of("act", "confirm", "everything", "yes", "least", "50", "items", "2", "total", "198.00");
        assertThat(as("bob").post(QUEUE, confirmation)).hasStatus(302);
        assertThat(validated()).isEqualTo(2);
        assertThat(db().fetchCount(PAYMENT, PAYMENT.VALIDATED.isTrue(), PAYMENT.AMOUNT.eq(Money.parse("10"))))
                .isZero();
    }

    @Test
    void aFilterWithASyntaxErrorConfirmsNothing() {
        payments(2, "10");
        assertThat(as("bob").post(QUEUE, Map.of("act", "all", "least", "beaucoup")))
                .hasStatus(422);
        assertThat(as("bob")
                        .post(
                                QUEUE,
                                Map.of(
                                        "act",
                                        "confirm",
                                        "everything",
                                        "yes",
                                        "least",
                                        "beaucoup",
                                        "items",
                                        "2",
                                        "total",
                                        "20")))
                .hasStatus(422);
        assertThat(validated()).isZero();
    }
}
