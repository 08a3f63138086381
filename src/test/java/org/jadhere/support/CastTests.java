package org.jadhere.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;

import org.jadhere.platform.db.Money;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The cast and the rows that {@link Given} inserts fit the schema. */
class CastTests {

    @AutoClose
    private final CloseableDSLContext db = TestDatabase.fresh().open();

    private final Given given = new Given(db);
    private final Cast cast = Cast.in(given);

    @Test
    void theCastHasNoPasswords() {
        assertThat(db.fetchCount(APP_USER, APP_USER.PASSWORD.isNull())).isEqualTo(6);
        assertThat(db.fetchSingle(MEMBER).get(MEMBER.NUMBER)).isOne();
    }

    @Test
    void rowsHaveDefaultsForValuesThatATestDoesNotSet() {
        long service = given.service(cast.toulouse, with(HOLDING.MEMBER_ID, cast.aliceMember));
        given.payment(service, with(PAYMENT.AMOUNT, Money.parse("12")), with(PAYMENT.VALIDATED, true));
        given.fee(cast.aliceMember, with(MEMBERSHIP_FEE.VALIDATED, true));
        given.allocation(service, "192.0.2.7");
        given.acts(cast.frank, given.organisation("Myceliandre"));
        given.prefix("192.0.2.0/24");

        assertThat(db.fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("12"));
        assertThat(db.fetchSingle("select current_setting('jadhere.bank_act', true)")
                        .get(0))
                .isIn("", null);
    }
}
