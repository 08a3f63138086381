package org.jadhere.money.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The bank crew validates membership fees; a validated fee is locked for other crews. */
@ActTest
@WithCast
class MembershipFeeActTests {

    @Test
    void theBankCrewValidatesAFee() {
        long fee = given().fee(cast().aliceMember);
        assertThat(as("bob").get("/admin/fees/validation"))
                .hasStatus(200)
                .bodyText()
                .contains("Alice Martin", "20,00");
        assertThat(as("bob")
                        .post(
                                "/admin/fees/validation",
                                Map.of("act", "confirm", "chosen", "" + fee, "items", "1", "total", "20.00")))
                .hasStatus(302);
        assertThat(db().fetchSingle(MEMBERSHIP_FEE).get(MEMBERSHIP_FEE.VALIDATED))
                .isTrue();
    }

    @Test
    void aCrewMayNotDeleteAValidatedFee() {
        long fee = given().fee(cast().aliceMember, with(MEMBERSHIP_FEE.VALIDATED, true));

        assertThat(as("carol").post("/admin/fees/" + fee + "/deletion")).hasStatus(403);
    }
}
