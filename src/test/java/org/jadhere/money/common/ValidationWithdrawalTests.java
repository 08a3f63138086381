package org.jadhere.money.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.money.common.ValidationScene.QUEUE;
import static org.jadhere.money.common.ValidationScene.confirmation;
import static org.jadhere.money.common.ValidationScene.payments;
import static org.jadhere.money.common.ValidationScene.validated;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.VALIDATION;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The bank crew withdraws a validation as a whole. */
@ActTest
@WithCast
class ValidationWithdrawalTests {

    @Test
    void aWithdrawalCoversTheWholeValidation() {
        var ids = payments(3, "10");
        var others = payments(1, "11");
        as("bob").post(QUEUE, confirmation(others, "11.00"));
        as("bob").post(QUEUE, confirmation(ids, "30.00"));
        long validation = db().fetchSingle(VALIDATION, VALIDATION.ITEMS.eq(3)).get(VALIDATION.ID);

        assertThat(as("bob").get(QUEUE)).bodyText().contains("Annuler (3)", "30,00");
        assertThat(as("bob").post(QUEUE + "/withdrawal", Map.of("validation", "" + validation)))
                .hasStatus(302);

        assertThat(validated()).as("the other confirmation remains").isEqualTo(1);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.REASON.isNotNull()))
                .hasSize(3);
        assertThat(as("bob").post(QUEUE + "/withdrawal", Map.of("validation", "" + validation)))
                .as("there is no validation left to withdraw")
                .hasStatus(404);
    }
}
