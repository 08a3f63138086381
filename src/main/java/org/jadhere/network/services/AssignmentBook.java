package org.jadhere.network.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jadhere.network.services.HoldingBook.Ended;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assigns a service to its first member, and corrects the member and the days of the present holding. */
@Component
public class AssignmentBook {

    private final HoldingRows rows;
    private final Clock clock;

    AssignmentBook(HoldingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Sets the member and the days of the holding that the form shows. Another member from a later day on is a handover; a
     * first day after a known end is a restart; without a member the holding ends today. All other changes correct the
     * holding.
     *
     * @return the holding that ended because another follows, or none
     */
    @Transactional
    public Optional<Ended> assign(
            Actor actor, long id, Member.@Nullable Ref member, Period period, FormSnapshot snapshot) {
        var service = rows.lockManaged(actor, id);
        snapshot.requireUnchanged(ServiceForm.assignment(service));
        return rows.write(
                "starts",
                () -> member == null
                        ? withoutMember(service, service.holding(), period)
                        : toMember(service, service.holding(), member, period));
    }

    private Optional<Ended> toMember(Service service, @Nullable Holding held, Member.Ref member, Period period) {
        LocalDate firstDay = period.start();
        if (firstDay == null) {
            throw new RuleViolationException("starts", "error.required");
        }
        if (held == null || held.isOver(firstDay)) {
            rows.begin(service, member, period);
            return Optional.empty();
        }
        if (held.member().id() == member.id() || firstDay.equals(held.start())) {
            rows.correct(service, held, member, period);
            return Optional.empty();
        }
        return Optional.of(rows.handOver(service, held, member, firstDay, period.end(), "starts"));
    }

    private Optional<Ended> withoutMember(Service service, @Nullable Holding held, Period period) {
        LocalDate today = LocalDate.now(clock);
        if (held == null || held.isOver(today)) {
            rows.setServicePeriod(service, period);
            return Optional.empty();
        }
        if (!held.start().isBefore(today)) {
            rows.delete(held);
            rows.setServicePeriod(
                    service, period.start() == null || !rows.hasHoldings(service) ? period : service.period());
            return Optional.empty();
        }
        return Optional.of(rows.ended(held, today.minusDays(1)));
    }
}
