package org.jadhere.money.payments;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.PAYMENT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the price of a service from a day on: the current payment ends the day before, and a copy with the new amount
 * starts. The past of the current payment does not change.
 */
@Component
public class PriceChange {

    private static final String PRICE = "price";
    private static final String FROM = "price-from";
    private static final String LAST_DAY = "price-to";

    private final DSLContext db;
    private final Payments payments;
    private final PaymentBook book;

    PriceChange(DSLContext db, Payments payments, PaymentBook book) {
        this.db = db;
        this.payments = payments;
        this.book = book;
    }

    /** The current payment, the new amount and its first day. */
    public record Change(long paymentId, Money amount, LocalDate from) {}

    /** @param once the external id of the new payment: the same request sent twice changes the price once */
    @Transactional
    public void apply(Actor actor, long serviceId, Change change, FormSnapshot seen, String once) {
        lock(db, PAYMENT.ID, change.paymentId());
        var payment = payments.find(actor, change.paymentId())
                .filter(found -> found.service().id() == serviceId)
                .orElseThrow(NotFoundException::new);
        actor.must(PaymentRights.mayChangePrice(actor, payment));
        if (db.fetchExists(PAYMENT, PAYMENT.EXTERNAL_ID.eq(once))) {
            return;
        }
        seen.requireUnchanged(fields(payment));
        checkFits(payment, change);
        replace(actor, payment, change, once);
    }

    private void replace(Actor actor, Payment payment, Change change, String once) {
        var terms = payment.terms();
        book.change(
                actor,
                payment.id(),
                terms.withPeriod(new Period(terms.period().start(), change.from())),
                FormSnapshot.EMPTY,
                "");
        book.add(
                actor,
                payment.service().id(),
                new Payment.Terms(
                        change.amount(),
                        terms.method(),
                        terms.months(),
                        new Period(change.from(), terms.period().end()),
                        ""),
                once);
    }

    private static void checkFits(Payment payment, Change change) {
        if (change.amount().equals(payment.amount())) {
            throw new RuleViolationException(PRICE, "error.price-same");
        }
        LocalDate start = payment.period().start();
        if (start == null || !change.from().isAfter(start)) {
            throw new RuleViolationException(FROM, "error.price-too-early");
        }
        LocalDate end = payment.period().end();
        if (end != null && !change.from().isBefore(end)) {
            throw new RuleViolationException(FROM, "error.price-too-late");
        }
    }

    /** The change that the form describes; empty if the form has errors, which are added to it. */
    public static Optional<Change> in(Form form) {
        Money amount = form.required(PRICE, form.money(PRICE), Money.ZERO);
        LocalDate from = form.required(FROM, form.date(FROM), LocalDate.EPOCH);
        Long payment = form.number("payment");
        if (payment == null) {
            form.reject("form", "error.required");
        }
        return payment == null || form.hasErrors() ? Optional.empty() : Optional.of(new Change(payment, amount, from));
    }

    /** A form for the price of the current payment from its next due date; empty if the actor may change none. */
    public static Optional<Form> form(Actor actor, List<Payment> payments, LocalDate today) {
        return payments.stream()
                .filter(payment -> payment.months() > 0 && payment.isOpenAfter(today))
                .filter(payment -> PaymentRights.mayChangePrice(actor, payment))
                .findFirst()
                .map(payment -> Form.editing(fields(payment))
                        .with(FROM, payment.nextDue(today).toString())
                        .with("payment", String.valueOf(payment.id())));
    }

    private static Map<String, String> fields(Payment payment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(PRICE, payment.amount().toString());
        fields.put(LAST_DAY, Objects.toString(payment.period().lastDay(), ""));
        return fields;
    }
}
