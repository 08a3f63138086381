package org.jadhere.money.payments;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceBook;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a service and its payments in one transaction. Its addresses stay allocated until an administrator ends them.
 */
@Component
public class ServiceEnd {

    private static final String LAST_DAY = "last-day";
    private static final String ENDS = "ends-too";

    private final ServiceBook services;
    private final Payments payments;
    private final PaymentBook book;
    private final Clock clock;

    ServiceEnd(ServiceBook services, Payments payments, PaymentBook book, Clock clock) {
        this.services = services;
        this.payments = payments;
        this.book = book;
        this.clock = clock;
    }

    /**
     * The payments that have days after today, by what the end of the service does to them.
     *
     * @param ending payments that end with the service
     * @param unchanged validated payments, which only the bank crew may change
     */
    public record Plan(List<Payment> ending, List<Payment> unchanged) {

        public static Plan of(Actor actor, List<Payment> payments, LocalDate today) {
            Predicate<Payment> changeable = payment -> PaymentRights.mayChange(actor, payment);
            var open = payments.stream()
                    .filter(payment -> payment.isOpenAfter(today))
                    .toList();
            return new Plan(
                    open.stream().filter(changeable).toList(),
                    open.stream().filter(changeable.negate()).toList());
        }

        /** The value of the hidden form field. */
        String text() {
            return ending.stream().map(payment -> String.valueOf(payment.id())).collect(joining(" "));
        }
    }

    /** @param expected the payments that the form showed as ending; if they have changed, nothing ends */
    @Transactional
    public void end(Actor actor, Service service, LocalDate lastDay, FormSnapshot seen, String expected) {
        services.end(actor, service.id(), lastDay, seen);
        var plan = Plan.of(actor, payments.of(actor, service), LocalDate.now(clock));
        if (!plan.text().equals(expected)) {
            throw new RuleViolationException("form", "error.ending-changed");
        }
        plan.ending().stream()
                .filter(payment -> payment.isOpenAfter(lastDay))
                .forEach(payment -> endPayment(actor, payment, lastDay));
    }

    private void endPayment(Actor actor, Payment payment, LocalDate lastDay) {
        LocalDate start = payment.period().start();
        if (start == null || start.isAfter(lastDay)) {
            throw new RuleViolationException(LAST_DAY, "error.payment-begins-later", Texts.period(payment.period()));
        }
        book.change(
                actor, payment.id(), payment.terms().withPeriod(Period.ofDays(start, lastDay)), FormSnapshot.EMPTY, "");
    }

    public static LocalDate lastDay(Form form) {
        return form.required(LAST_DAY, form.date(LAST_DAY), LocalDate.EPOCH);
    }

    public static String expected(Form form) {
        return form.value(ENDS);
    }

    public static Form form(Service service, Plan plan, LocalDate today) {
        return Form.editing(Map.of(LAST_DAY, ServiceBook.lastDay(service)))
                .with(LAST_DAY, today.toString())
                .with(ENDS, plan.text());
    }

    /** The rejected form, with the payments that would end now. */
    public static Form rejected(Form typed, Plan plan) {
        return typed.with(ENDS, plan.text());
    }
}
