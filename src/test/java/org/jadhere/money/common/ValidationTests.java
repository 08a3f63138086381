package org.jadhere.money.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.VALIDATION;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;
import static org.jadhere.support.Stage.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The bank crew confirms what has arrived, many at once, with one confirmation that says how many and how much. */
@ActTest
@WithCast
class ValidationTests {

    private static final String DESK = "/admin/payments/validation";

    private long service;

    @BeforeEach
    void aServiceOfAlice() {
        service = given().service(cast().toulouse, with(SERVICE.MEMBER_ID, cast().aliceMember));
    }

    private MvcTestResult post(String who, String path, Map<String, String> fields) {
        return as(who).post(path, fields);
    }

    private List<Long> payments(int count, String amount) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(given().payment(service, with(PAYMENT.AMOUNT, Money.parse(amount))));
        }
        return ids;
    }

    private static String chosen(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Map<String, String> confirmation(List<Long> ids, String total) {
        return Map.of(
                "act", "confirm",
                "chosen", chosen(ids),
                "items", String.valueOf(ids.size()),
                "total", total,
                "once", UUID.randomUUID().toString());
    }

    private int validated() {
        return db().fetchCount(PAYMENT, PAYMENT.VALIDATED.isTrue());
    }

    @Test
    void theConfirmationSaysHowManyAndHowMuchBeforeAnythingIsWritten() {
        var ids = payments(3, "28.35");

        assertThat(post("bob", DESK, Map.of("act", "review", "chosen", chosen(ids))))
                .hasStatus(200)
                .bodyText()
                .contains("3 lignes", "85,05");
        assertThat(validated()).isZero();

        assertThat(post("bob", DESK, confirmation(ids, "85.05"))).hasStatus(302);
        assertThat(validated()).isEqualTo(3);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.get(HISTORY.ACTOR)).isEqualTo("bob"));
    }

    @Test
    void aPresetIsAFilterWithItsPageTicked() {
        var ids = payments(2, "28");
        long mine = given().payment(service, with(PAYMENT.STARTS_ON, LocalDate.now(Texts.PARIS)));

        var week =
                browser().get().uri(DESK + "?preset=week").with(Stage.as("bob")).exchange();
        assertThat(week).hasStatus(302);
        assertThat(browser()
                        .get()
                        .uri(String.valueOf(week.getResponse().getRedirectedUrl()))
                        .with(Stage.as("bob")))
                .bodyText()
                .contains("value=\"" + mine + "\" checked")
                .doesNotContain("name=\"id\" value=\"" + ids.getFirst() + "\"");
        assertThat(browser().get().uri(DESK + "?preset=cash").with(Stage.as("bob")))
                .hasStatus(302);
        assertThat(browser().get().uri(DESK + "?method=standing_order").with(Stage.as("bob")))
                .bodyText()
                .as("nothing is ticked that nobody asked for")
                .doesNotContain("checked");
        assertThat(browser().get().uri(DESK + "?preset=week").with(Stage.as("carol")))
                .hasStatus(403);
    }

    @Test
    void boxesAreTickedOverPages() {
        var ids = payments(60, "10");
        var first = ids.subList(0, 50);
        var second = browser()
                .post()
                .uri(DESK)
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
                .uri(DESK)
                .with(Stage.as("bob"))
                .with(csrf())
                .param("act", "review")
                .param("chosen", first.get(0) + " " + first.get(7))
                .param("shown", chosen(ids.subList(50, 60)))
                .param("id", String.valueOf(ids.getLast()));
        assertThat(reviewed).hasStatus(200).bodyText().contains("3 lignes", "30,00");
    }

    @Test
    void aBoxUntickedOnItsPageIsChosenNoMore() {
        var ids = payments(2, "10");
        assertThat(post(
                        "bob",
                        DESK,
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
    void allThatTheFilterFindsIsConfirmedAndNothingElse() {
        payments(3, "10");
        payments(2, "99");
        var filter = Map.of("act", "all", "least", "50", "method", "standing_order");
        assertThat(post("bob", DESK, filter)).hasStatus(200).bodyText().contains("2 lignes", "198,00");

        var confirmation =
                Map.of("act", "confirm", "everything", "yes", "least", "50", "items", "2", "total", "198.00");
        assertThat(post("bob", DESK, confirmation)).hasStatus(302);
        assertThat(validated()).isEqualTo(2);
        assertThat(db().fetchCount(PAYMENT, PAYMENT.VALIDATED.isTrue(), PAYMENT.AMOUNT.eq(Money.parse("10"))))
                .isZero();
    }

    @Test
    void aFilterThatCannotBeReadChoosesNothing() {
        payments(2, "10");
        assertThat(post("bob", DESK, Map.of("act", "all", "least", "beaucoup"))).hasStatus(422);
        assertThat(post(
                        "bob",
                        DESK,
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

    @Test
    void whatHasChangedSinceItWasShownIsShownAgainAndNotConfirmed() {
        var ids = payments(2, "10");
        db().update(PAYMENT)
                .set(PAYMENT.AMOUNT, Money.parse("1000"))
                .where(PAYMENT.ID.eq(ids.getFirst()))
                .execute();

        assertThat(post("bob", DESK, confirmation(ids, "20.00")))
                .hasStatus(422)
                .bodyText()
                .contains("1 010,00".replace(' ', '\u202f'));
        assertThat(validated()).isZero();
        assertThat(db().fetchCount(VALIDATION)).isZero();
    }

    @Test
    void aConfirmationSentTwiceIsOne() {
        var ids = payments(2, "10");
        var confirmation = confirmation(ids, "20.00");
        assertThat(post("bob", DESK, confirmation)).hasStatus(302);
        assertThat(post("bob", DESK, confirmation)).hasStatus(302);
        assertThat(db().fetchCount(VALIDATION)).isEqualTo(1);
    }

    @Test
    void twoOfTheBankConfirmTheSameAtOnceAndItCountsOnce() throws Exception {
        var ids = payments(40, "10");
        Callable<Integer> confirm = () ->
                post("bob", DESK, confirmation(ids, "400.00")).getResponse().getStatus();
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.of(confirm, confirm)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(302, 422);
        }
        assertThat(validated()).isEqualTo(40);
        assertThat(db().fetchCount(VALIDATION)).isEqualTo(1);
    }

    @Test
    void anUndoTakesAllOfItBackAndIsItselfRecorded() {
        var ids = payments(3, "10");
        var others = payments(1, "11");
        post("bob", DESK, confirmation(others, "11.00"));
        post("bob", DESK, confirmation(ids, "30.00"));
        long validation = db().fetchSingle(VALIDATION, VALIDATION.ITEMS.eq(3)).get(VALIDATION.ID);

        assertThat(browser().get().uri(DESK).with(Stage.as("bob"))).bodyText().contains("Annuler (3)", "30,00");
        assertThat(post("bob", DESK + "/withdrawal", Map.of("validation", "" + validation)))
                .hasStatus(302);

        assertThat(validated()).as("the other confirmation stands").isEqualTo(1);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.REASON.isNotNull()))
                .hasSize(3);
        assertThat(post("bob", DESK + "/withdrawal", Map.of("validation", "" + validation)))
                .as("nothing is left to undo")
                .hasStatus(404);
    }

    @Test
    void nobodyElseValidatesOrUndoes() {
        var ids = payments(1, "10");
        for (String who : List.of("carol", "dave", "alice", "frank")) {
            assertThat(post(who, DESK, confirmation(ids, "10.00"))).as(who).hasStatus(403);
            assertThat(post(who, DESK + "/withdrawal", Map.of("validation", "1")))
                    .as(who)
                    .hasStatus(403);
        }
        assertThat(validated()).isZero();
        assertThat(post("erin", DESK, confirmation(ids, "10.00"))).hasStatus(302);
    }

    @Test
    void aPermissionTakenCountsAtOnce() {
        var ids = payments(1, "10");
        db().deleteFrom(org.jadhere.platform.db.Tables.CREW_PERMISSION)
                .where(org.jadhere.platform.db.Tables.CREW_PERMISSION.PERMISSION.eq("payment.validate"))
                .execute();
        assertThat(post("bob", DESK, confirmation(ids, "10.00"))).hasStatus(403);
    }

    @Test
    void twoThousandAtOnceTakeOneTransactionAndAHandfulOfQueries() {
        var ids = payments(2000, "28");
        queries().forget();
        assertThat(post("bob", DESK, confirmation(ids, "56000.00"))).hasStatus(302);
        assertThat(validated()).isEqualTo(2000);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update"))
                        .intoSet(HISTORY.AT))
                .as("one transaction, one instant")
                .hasSize(1);
        assertThat(queries().heard().size()).isLessThan(12);
    }

    @Test
    void feesAreConfirmedTheSameWay() {
        long fee = given().fee(cast().aliceMember);
        assertThat(browser().get().uri("/admin/fees/validation").with(Stage.as("bob")))
                .hasStatus(200)
                .bodyText()
                .contains("Alice Martin", "20,00");
        assertThat(post("bob", "/admin/fees/validation", confirmation(List.of(fee), "20.00")))
                .hasStatus(302);
        assertThat(db().fetchSingle(MEMBERSHIP_FEE).get(MEMBERSHIP_FEE.VALIDATED))
                .isTrue();
        assertThat(post("carol", "/admin/fees/" + fee + "/deletion", Map.of())).hasStatus(403);
    }
}
