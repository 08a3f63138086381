package org.jadhere.money.payments;

import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The filter and the order of the list of payments. The dates are first days, both included; the amounts are euros.
 *
 * @param beyond payments with days after the end of their holding
 */
public record PaymentFilter(
        @Nullable String q,
        @Nullable Long type,
        @Nullable PaymentMethod method,
        @Nullable Boolean validated,
        boolean beyond,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Money least,
        @Nullable Money most,
        Order order) {

    public static PaymentFilter of(Form form) {
        return new PaymentFilter(
                form.text("q"),
                form.number("type"),
                form.choice("method", PaymentMethod.class),
                form.flag("validated"),
                Boolean.TRUE.equals(form.flag("beyond")),
                form.date("from"),
                form.date("to"),
                form.money("least"),
                form.money("most"),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.START_DESC));
    }

    /** The same filter for payments that wait for validation, by default the oldest first. */
    PaymentFilter pending() {
        return new PaymentFilter(
                q, type, method, false, beyond, from, to, least, most, order == Order.START_DESC ? Order.START : order);
    }

    public enum Order implements Sort {
        START(asc(PAYMENT.STARTS_ON)),
        START_DESC(desc(PAYMENT.STARTS_ON)),
        AMOUNT(asc(PAYMENT.AMOUNT)),
        AMOUNT_DESC(desc(PAYMENT.AMOUNT));

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
