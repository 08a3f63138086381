package org.jadhere.money.payments;

import static java.util.stream.Collectors.partitioningBy;
import static org.jadhere.platform.db.Tables.PAYMENT;

import java.time.LocalDate;
import java.util.List;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.HoldingBook.Ended;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the running payments of a holding with it. What the actor may not change, such as validated payments for a crew,
 * runs on until the bank crew ends it.
 */
@Component
class PaymentEnd {

    private final DSLContext db;
    private final Payments payments;
    private final PaymentBook book;
    private final Attribution attribution;

    PaymentEnd(DSLContext db, Payments payments, PaymentBook book, Attribution attribution) {
        this.db = db;
        this.payments = payments;
        this.book = book;
        this.attribution = attribution;
    }

    /**
     * Ends all payments that run beyond their holding, each on the last day of the holding. Those that begin after it are
     * left: they must be deleted or corrected one by one.
     */
    @Transactional
    public void endAllBeyond(Actor actor) {
        actor.must(actor.holds(Permission.PAYMENT_CHANGE));
        attribution.declareBankAct();
        db.update(PAYMENT)
                .set(PAYMENT.ENDS_ON, PAYMENT.HOLDING_ENDS_ON)
                .where(Payments.RUNS_BEYOND_HOLDING)
                .and(PAYMENT.STARTS_ON.lt(PAYMENT.HOLDING_ENDS_ON))
                .execute();
    }

    /** @return the payments that run on */
    List<Payment> of(Actor actor, Ended ended) {
        var open = payments.of(actor, ended.holding()).stream()
                .filter(payment -> payment.isOpenAfter(ended.lastDay()))
                .collect(partitioningBy(payment -> PaymentRights.mayChange(actor, payment)));
        open.getOrDefault(true, List.of()).forEach(payment -> end(actor, payment, ended.lastDay()));
        return open.getOrDefault(false, List.of());
    }

    /** @throws RuleViolationException if the payment begins later */
    private void end(Actor actor, Payment payment, LocalDate lastDay) {
        LocalDate start = payment.period().start();
        if (start == null || start.isAfter(lastDay)) {
            throw new RuleViolationException(
                    HoldingBook.LAST_DAY, "error.payment-begins-later", Texts.period(payment.period()));
        }
        book.change(
                actor, payment.id(), payment.terms().withPeriod(Period.ofDays(start, lastDay)), FormSnapshot.EMPTY, "");
    }
}
