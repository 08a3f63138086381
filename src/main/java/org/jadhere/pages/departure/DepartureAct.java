package org.jadhere.pages.departure;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountClosing;
import org.jadhere.people.members.DepartureReasons;
import org.jadhere.platform.web.EditConflictException;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out a departure in one transaction: if one line is refused, nothing is done. */
@Component
class DepartureAct {

    private final ServiceActs services;
    private final PersonActs person;
    private final DepartureReasons reasons;
    private final AccountClosing closing;
    private final Clock clock;

    DepartureAct(
            ServiceActs services, PersonActs person, DepartureReasons reasons, AccountClosing closing, Clock clock) {
        this.services = services;
        this.person = person;
        this.reasons = reasons;
        this.closing = closing;
        this.clock = clock;
    }

    /** A {@link RuleViolationException} names the field of the line that is refused. */
    @Transactional
    public void carryOut(Actor actor, Departure departure, DepartureWish wish) {
        for (var order : wish.orders()) {
            beside(field(order), () -> carryOut(actor, departure.leaver(), order, wish.lastDay()));
        }
        wish.orders().stream()
                .filter(order -> order.line().item().kind() == DepartureItem.Kind.SERVICE)
                .filter(order -> order.choice() == DepartureChoice.END && order.addressesToo())
                .forEach(order -> beside(field(order), () -> takeBack(actor, order, wish.lastDay())));
        var request = departure.request();
        if (request != null && !wish.reply().isEmpty()) {
            beside("reply", () -> closing.reply(actor, request.id(), wish.reply()));
        }
    }

    private static String field(DepartureOrder order) {
        return order.line().item().field();
    }

    private void takeBack(Actor actor, DepartureOrder order, LocalDate lastDay) {
        if (actor.superuser()) {
            services.takeBack(actor, order, lastDay);
        }
    }

    private void carryOut(Actor actor, Leaver leaver, DepartureOrder order, LocalDate lastDay) {
        var item = order.line().item();
        if (order.choice() != DepartureChoice.LEAVE) {
            end(actor, leaver, order, lastDay);
        }
        if (order.choice() != DepartureChoice.LEAVE || order.reason().isEmpty()) {
            reasons.forget(actor, leaver.holder(), item.key());
        } else {
            reasons.note(actor, leaver.holder(), item.key(), order.reason());
        }
    }

    private void end(Actor actor, Leaver leaver, DepartureOrder order, LocalDate lastDay) {
        var item = order.line().item();
        switch (item.kind()) {
            case SERVICE -> services.carryOut(actor, order, lastDay);
            case ADDRESSES -> services.takeAllBack(actor, leaver, LocalDate.now(clock));
            case MEMBERSHIP -> person.endMembership(actor, leaver, order, lastDay);
            case ORGANISATION -> person.endRole(actor, leaver, item);
            case CREW -> person.leaveCrew(actor, leaver, item);
            case ACCOUNT -> person.closeAccount(actor, leaver);
            case HOLDING -> throw new IllegalStateException("a holding that has not begun is left");
        }
    }

    private static void beside(String field, Runnable act) {
        try {
            act.run();
        } catch (RuleViolationException violation) {
            throw new RuleViolationException(field, violation.messageKey(), violation.arguments());
        } catch (EditConflictException | NotFoundException meanwhile) {
            throw new RuleViolationException(field, "error.departure-changed");
        }
    }
}
