package org.jadhere.members;

import static org.jadhere.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.web.Sort.By.down;
import static org.jadhere.web.Sort.By.up;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.db.Money;
import org.jadhere.web.Form;
import org.jadhere.web.Sort;
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
        Order order) {

    public static MembershipFeeFilter of(Form form) {
        return new MembershipFeeFilter(
                form.text("q"),
                form.choice("method", PaymentMethod.class),
                form.flag("validated"),
                form.date("from"),
                form.date("to"),
                form.money("least"),
                form.money("most"),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.START_DESC));
    }

    /** The same, of those only that wait to be confirmed, the oldest first unless told otherwise. */
    MembershipFeeFilter waiting() {
        return new MembershipFeeFilter(
                q, method, false, from, to, least, most, order == Order.START_DESC ? Order.START : order);
    }

    /** The orders of the list. */
    public enum Order implements Sort {
        START(up(MEMBERSHIP_FEE.STARTS_ON)),
        START_DESC(down(MEMBERSHIP_FEE.STARTS_ON)),
        AMOUNT(up(MEMBERSHIP_FEE.AMOUNT)),
        AMOUNT_DESC(down(MEMBERSHIP_FEE.AMOUNT));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        @Override
        public By by() {
            return by;
        }
    }
}
