package org.jadhere.money.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jadhere.network.services.ServiceType;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;

/**
 * What the page of statistics is asked: the ends of the months from a day to another, and that other day, of which the
 * figures are.
 *
 * @param typeIds of the services that count
 */
record StatisticsQuery(SortedSet<LocalDate> days, Collection<Long> typeIds, Split split) {

    static final int MOST_MONTHS = 120;

    private static final int USUAL_MONTHS = 12;

    /** What the bars of the income are made of. */
    enum Split {
        METHOD,
        TYPE
    }

    /** A range that is none is told at its field, and answered with the usual one. A type out of reach is not found. */
    static StatisticsQuery of(Form form, LocalDate today, List<ServiceType.Ref> types) {
        LocalDate to = Objects.requireNonNullElse(form.date("to"), today);
        LocalDate usual = YearMonth.from(to).minusMonths(USUAL_MONTHS).atDay(1);
        LocalDate from = Objects.requireNonNullElse(form.date("from"), usual);
        if (from.isAfter(to)) {
            form.reject("from", "statistics.range.backwards");
            from = usual;
        } else if (ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) >= MOST_MONTHS) {
            form.reject("from", "statistics.range.long", MOST_MONTHS);
            from = usual;
        }
        return new StatisticsQuery(
                monthEnds(from, to),
                typeIds(form, types),
                Objects.requireNonNullElse(form.choice("split", Split.class), Split.METHOD));
    }

    static SortedSet<LocalDate> monthEnds(LocalDate from, LocalDate to) {
        var days = new TreeSet<LocalDate>();
        for (YearMonth month = YearMonth.from(from); month.atEndOfMonth().isBefore(to); month = month.plusMonths(1)) {
            days.add(month.atEndOfMonth());
        }
        days.add(to);
        return days;
    }

    private static Collection<Long> typeIds(Form form, List<ServiceType.Ref> types) {
        Long wanted = form.number("type");
        var inReach = types.stream().map(ServiceType.Ref::id).toList();
        if (wanted == null) {
            return inReach;
        }
        if (!inReach.contains(wanted)) {
            throw new NotFoundException();
        }
        return List.of(wanted);
    }
}
