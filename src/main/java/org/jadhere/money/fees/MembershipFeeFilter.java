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

/** What the list of fees can be narrowed by. */
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

    /** Fees of members who have not left, with no fee that lasts longer. */
    public enum Renewal {
        /** Their last day is today, or comes within thirty days. */
        SOON,
        /** Their last day was within the sixty days before today. */
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

    /** The same, of those only that wait to be confirmed, the oldest first unless told otherwise. */
    MembershipFeeFilter waiting() {
        return new MembershipFeeFilter(
                q, method, false, from, to, least, most, null, order == Order.START_DESC ? Order.START : order);
    }

    /** The orders of the list. */
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
