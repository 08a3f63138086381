package org.jadhere.money.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.money.common.ValidationScene.QUEUE;
import static org.jadhere.money.common.ValidationScene.chosen;
import static org.jadhere.money.common.ValidationScene.confirmation;
import static org.jadhere.money.common.ValidationScene.payments;
import static org.jadhere.money.common.ValidationScene.validated;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.VALIDATION;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.queries;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jadhere.platform.db.Money;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The bank crew validates many payments with one confirmation that states their number and total. */
@ActTest
@WithCast
class ValidationConfirmationTests {

    @Test
    void theReviewShowsCountAndTotalBeforeTheUpdate() {
        var ids = payments(3, "28.35");

        assertThat(as("bob").post(QUEUE, Map.of("act", "review", "chosen", chosen(ids))))
                .hasStatus(200)
                .bodyText()
                .contains("3 lignes", "85,05");
        assertThat(validated()).isZero();

        assertThat(as("bob").post(QUEUE, confirmation(ids, "85.05"))).hasStatus(302);
        assertThat(validated()).isEqualTo(3);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.get(HISTORY.ACTOR)).isEqualTo("bob"));
    }

    @Test
    void aRowChangedSinceTheReviewIsReviewedAgain() {
        var ids = payments(2, "10");
        db().update(PAYMENT)
                .set(PAYMENT.AMOUNT, Money.parse("1000"))
                .where(PAYMENT.ID.eq(ids.getFirst()))
                .execute();

        assertThat(as("bob").post(QUEUE, confirmation(ids, "20.00")))
                .hasStatus(422)
                .bodyText()
                .contains("1 010,00".replace(' ', '\u202f'));
        assertThat(validated()).isZero();
        assertThat(db().fetchCount(VALIDATION)).isZero();
    }

    @Test
    void aConfirmationSentTwiceCountsOnce() {
        var ids = payments(2, "10");
        var confirmation = confirmation(ids, "20.00");
        assertThat(as("bob").post(QUEUE, confirmation)).hasStatus(302);
        assertThat(as("bob").post(QUEUE, confirmation)).hasStatus(302);
        assertThat(db().fetchCount(VALIDATION)).isEqualTo(1);
    }

    @Test
    void twoConcurrentConfirmationsCountOnce() throws Exception {
        var ids = payments(40, "10");
        Callable<Integer> confirm = () ->
                as("bob").post(QUEUE, confirmation(ids, "400.00")).getResponse().getStatus();
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
    void onlyTheBankAndAdministratorsMayValidate() {
        var ids = payments(1, "10");
        for (String username : List.of("carol", "dave", "alice", "frank")) {
            assertThat(as(username).post(QUEUE, confirmation(ids, "10.00")))
                    .as(username)
                    .hasStatus(403);
            assertThat(as(username).post(QUEUE + "/withdrawal", Map.of("validation", "1")))
                    .as(username)
                    .hasStatus(403);
        }
        assertThat(validated()).isZero();
        assertThat(as("erin").post(QUEUE, confirmation(ids, "10.00"))).hasStatus(302);
    }

    @Test
    void aRevokedPermissionAppliesAtOnce() {
        var ids = payments(1, "10");
        db().deleteFrom(CREW_PERMISSION)
                .where(CREW_PERMISSION.PERMISSION.eq("payment.validate"))
                .execute();
        assertThat(as("bob").post(QUEUE, confirmation(ids, "10.00"))).hasStatus(403);
    }

    @Test
    void twoThousandRowsTakeFewQueries() {
        var ids = payments(2000, "28");
        queries().forget();
        assertThat(as("bob").post(QUEUE, confirmation(ids, "56000.00"))).hasStatus(302);
        assertThat(validated()).isEqualTo(2000);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update"))
                        .intoSet(HISTORY.AT))
                .as("all in one transaction, hence at one time")
                .hasSize(1);
        assertThat(queries().heard().size()).isLessThan(12);
    }
}
