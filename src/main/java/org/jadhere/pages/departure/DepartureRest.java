package org.jadhere.pages.departure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentRights;
import org.jadhere.money.payments.Payments;
import org.jadhere.network.services.Holdings;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountClosing;
import org.jadhere.people.mail.Mail;
import org.jadhere.people.mail.Mails;
import org.jadhere.people.members.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a departure leaves to others: payments beyond the end, services of other crews, letters; and the request. */
@Component
class DepartureRest {

    private final Holdings holdings;
    private final Payments payments;
    private final Mails mails;
    private final AccountClosing closing;

    DepartureRest(Holdings holdings, Payments payments, Mails mails, AccountClosing closing) {
        this.holdings = holdings;
        this.payments = payments;
        this.mails = mails;
        this.closing = closing;
    }

    List<Mail> letters(Leaver leaver) {
        return leaver.user() == null ? List.of() : mails.unsentTo(leaver.user().id());
    }

    AccountClosing.@Nullable Request request(Actor actor, Leaver leaver) {
        return leaver.user() == null
                ? null
                : closing.of(actor, leaver.user().id()).orElse(null);
    }

    /** Services that other crews see, after today; their number is all that the actor learns. */
    int ofOtherCrews(Actor actor, Leaver leaver, LocalDate today) {
        return leaver.member() == null ? 0 : holdings.countOfOtherCrews(actor, leaver.member(), today.plusDays(1));
    }

    /** Payments of services of the actor's crews that run on after the last day of their holding. */
    List<Departure.Beyond> beyond(Actor actor, @Nullable Member member) {
        if (member == null) {
            return List.of();
        }
        Map<Long, LocalDate> lastDays = new HashMap<>();
        for (var held : holdings.of(actor, member)) {
            LocalDate lastDay = held.holding().period().lastDay();
            if (lastDay != null) {
                lastDays.put(held.holding().id(), lastDay);
            }
        }
        return payments.of(actor, member).stream()
                .filter(payment -> actor.manages(payment.service().type().id()))
                .filter(payment -> isBeyond(payment, lastDays))
                .map(payment ->
                        new Departure.Beyond(payment, PaymentRights.mayChange(actor, payment) ? Turn.YOU : Turn.BANK))
                .toList();
    }

    private static boolean isBeyond(Payment payment, Map<Long, LocalDate> lastDays) {
        LocalDate lastDay = payment.holdingId() == null ? null : lastDays.get(payment.holdingId());
        return lastDay != null && payment.isOpenAfter(lastDay);
    }
}
