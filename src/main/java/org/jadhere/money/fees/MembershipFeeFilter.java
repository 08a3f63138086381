package org.jadhere.money.fees;

import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The filter and the order of the list of fees. The dates are first days, both included; the amounts are euros. */
public record MembershipFeeFilter(
        @Nullable String q,
        @Nullable PaymentMethod method,
        @Nullable Boolean validated,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Money least,
        @Nullable Money most,
        @Nullable Renewal renewal,
        Order order) {

    /** Fees that end last among those of their member, if the member has not left. */
    public enum Renewal {
        /** The last day is today or within the next thirty days. */
        SOON,
        /** The last day was within the sixty days before today. */
        LATE
    }

    public static MembershipFeeFilter of(Form form) {
        return new MembershipFeeFilter(
                form.text("q"),
                form.choice("method", PaymentMethod.class),
                form.flag("validated"),
                form.date("from"),
                form.date("to"),
                form.money("least"),
                form.money("most"),
                form.choice("renewal", Renewal.class),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.START_DESC));
    }

    /** The same filter for fees that wait for validation, by default the oldest first. */
    MembershipFeeFilter pending() {
        return new MembershipFeeFilter(
                q, method, false, from, to, least, most, null, order == Order.START_DESC ? Order.START : order);
    }

    public enum Order implements Sort {
        START(asc(MEMBERSHIP_FEE.STARTS_ON)),
        START_DESC(desc(MEMBERSHIP_FEE.STARTS_ON)),
        END(asc(end())),
        END_DESC(desc(end())),
        AMOUNT(asc(MEMBERSHIP_FEE.AMOUNT)),
        AMOUNT_DESC(desc(MEMBERSHIP_FEE.AMOUNT));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        static Field<LocalDate> end() {
            return MembershipFees.end(MEMBERSHIP_FEE);
        }

        @Override
        public By by() {
            return by;
        }
    }
}
