package org.jadhere.money.payments;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** A service ends, and with it what is paid for it: all of it or nothing. Its addresses stay until they are taken back. */
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
     * What an ending would do today.
     *
     * @param ends payments that end with it
     * @param stays validated ones, which are the bank crew's alone
     */
    public record Plan(List<Payment> ends, List<Payment> stays) {

        public static Plan of(Actor actor, List<Payment> given, LocalDate today) {
            var open =
                    given.stream().filter(payment -> payment.isOpenAfter(today)).toList();
            return new Plan(
                    open.stream()
                            .filter(it -> PaymentRights.mayChange(actor, it))
                            .toList(),
                    open.stream()
                            .filter(it -> !PaymentRights.mayChange(actor, it))
                            .toList());
        }

        /** As the form that was shown carries it. */
        String text() {
            return ends.stream().map(payment -> String.valueOf(payment.id())).collect(joining(" "));
        }
    }

    /** @param expected the payments that were shown to end with it: where others would now, nothing ends */
    @Transactional
    public void end(Actor actor, Service service, LocalDate lastDay, FormSnapshot seen, String expected) {
        services.end(actor, service.id(), lastDay, seen);
        var plan = Plan.of(actor, payments.of(actor, service), LocalDate.now(clock));
        if (!plan.text().equals(expected)) {
            throw new RuleViolationException("form", "error.ending-changed");
        }
        plan.ends().stream()
                .filter(payment -> payment.isOpenAfter(lastDay))
                .forEach(payment -> endWith(actor, payment, lastDay));
    }

    private void endWith(Actor actor, Payment payment, LocalDate lastDay) {
        LocalDate start = payment.period().start();
        if (start == null || start.isAfter(lastDay)) {
            throw new RuleViolationException(LAST_DAY, "error.payment-begins-later", Texts.period(payment.period()));
        }
        book.change(actor, payment.id(), payment.terms().during(Period.ofDays(start, lastDay)), FormSnapshot.EMPTY, "");
    }

    public static LocalDate lastDay(Form form) {
        return form.required(LAST_DAY, form.date(LAST_DAY), LocalDate.EPOCH);
    }

    public static String expected(Form form) {
        return form.value(ENDS);
    }

    public static Form offer(Service service, Plan plan, LocalDate today) {
        return Form.editing(Map.of(LAST_DAY, ServiceBook.lastDay(service)))
                .with(LAST_DAY, today.toString())
                .with(ENDS, plan.text());
    }

    /** What was not accepted, with what would end now. */
    public static Form about(Form typed, Plan plan) {
        return typed.with(ENDS, plan.text());
    }
}
