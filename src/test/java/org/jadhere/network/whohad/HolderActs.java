package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jadhere.money.payments.HolderChanges;
import org.jadhere.money.payments.HolderUndo;
import org.jadhere.money.payments.ServiceAssignment;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceUndo;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.beans.factory.BeanFactory;

/** The acts of an administrator on the holders of one service; days are counted from its first day. */
final class HolderActs {

    static final Actor ERIN = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());

    private final BeanFactory beans;
    private final long id;
    private final LocalDate first;
    private final List<Member.Ref> members;

    HolderActs(BeanFactory beans, long service, LocalDate first, List<Member.Ref> members) {
        this.beans = beans;
        this.id = service;
        this.first = first;
        this.members = members;
    }

    Service service() {
        return beans.getBean(Services.class).find(ERIN, id).orElseThrow();
    }

    /** Whether the act was accepted; the oracle says what it must have done. */
    boolean act(int kind, int member, int day, Random random, HolderOracle oracle) {
        return switch (kind) {
            case 0, 1, 2 -> accepted(() -> handOver(member, day)) && oracle.handOver(member, day);
            case 3, 4 ->
                accepted(() -> beans.getBean(HolderChanges.class).pause(ERIN, service(), end(day)))
                        && oracle.pause(day);
            case 5, 6 -> accepted(() -> restart(member, day)) && oracle.handOver(member, day);
            case 7 ->
                accepted(() -> beans.getBean(HolderChanges.class).terminate(ERIN, service(), endOfService(day)))
                        && oracle.terminate(day);
            case 8, 9 -> correct(member, day, random, oracle);
            default -> undo(oracle);
        };
    }

    private static boolean accepted(Runnable act) {
        try {
            new Author(cast().erin, "erin", Author.Door.WEB).act(() -> {
                act.run();
                return true;
            });
            return true;
        } catch (RuleViolationException refused) {
            return false;
        }
    }

    private void handOver(int member, int day) {
        beans.getBean(HolderChanges.class).handOver(ERIN, service(), members.get(member), end(day - 1));
    }

    private void restart(int member, int day) {
        beans.getBean(HoldingBook.class)
                .restart(ERIN, id, members.get(member), first.plusDays(day), FormSnapshot.EMPTY);
    }

    private HolderChanges.End end(int lastDay) {
        return end(lastDay, beans.getBean(HolderChanges.class).plan(ERIN, service()));
    }

    private HolderChanges.End endOfService(int lastDay) {
        return end(lastDay, beans.getBean(HolderChanges.class).planOfEnd(ERIN, service()));
    }

    private HolderChanges.End end(int lastDay, HolderChanges.Plan plan) {
        return new HolderChanges.End(first.plusDays(lastDay), false, plan.expected(), FormSnapshot.EMPTY);
    }

    /** Gives the holding that the form shows another member, or another first day and end. */
    private boolean correct(int member, int day, Random random, HolderOracle oracle) {
        var holding = service().holding();
        if (holding == null) {
            return false;
        }
        int began = (int) first.until(holding.start(), ChronoUnit.DAYS);
        boolean same = random.nextBoolean();
        int from = same ? day : began;
        int end = random.nextBoolean() ? HolderOracle.DAYS : from + 1 + random.nextInt(HolderOracle.DAYS - 1 - from);
        LocalDate ended = holding.period().end();
        if (ended != null && !first.plusDays(from).isBefore(ended)) {
            return false; // this would be a restart
        }
        int corrected = same ? index(holding.member()) : member;
        var period = new Period(first.plusDays(from), end == HolderOracle.DAYS ? null : first.plusDays(end));
        return accepted(() -> beans.getBean(ServiceAssignment.class)
                        .assign(ERIN, id, members.get(corrected), period, FormSnapshot.EMPTY))
                && oracle.correct(began, corrected, from, end);
    }

    private int index(Member.Ref member) {
        return members.stream().map(Member.Ref::id).toList().indexOf(member.id());
    }

    /** Only if the latest act on the service wrote a holding; others are not undone. */
    private boolean undo(HolderOracle oracle) {
        Instant written = db().select(max(HISTORY.AT))
                .from(HISTORY)
                .where(HISTORY.TABLE_NAME.in("service", "holding"))
                .fetchSingle()
                .value1();
        return beans.getBean(ServiceUndo.class)
                        .latest(ERIN, service())
                        .filter(act -> act.at().equals(written))
                        .isPresent()
                && accepted(() -> beans.getBean(HolderUndo.class).undo(ERIN, service(), written))
                && oracle.undo();
    }
}
