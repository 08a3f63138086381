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
 * The parameters of the page of statistics.
 *
 * @param days the ends of the months in the range, and its last day, as of which the figures are
 * @param typeIds the service types to include
 */
record StatisticsQuery(SortedSet<LocalDate> days, Collection<Long> typeIds, Split split) {

    static final int MAX_MONTHS = 120;

    private static final int DEFAULT_MONTHS = 12;

    /** How the plot of the income is split. */
    enum Split {
        METHOD,
        TYPE
    }

    /**
     * Reads the form. An invalid range becomes an error of its field, and the default range replaces it. A type that
     * the actor does not see is a {@link NotFoundException}.
     */
    static StatisticsQuery of(Form form, LocalDate today, List<ServiceType.Ref> types) {
        LocalDate to = Objects.requireNonNullElse(form.date("to"), today);
        LocalDate defaultFrom = YearMonth.from(to).minusMonths(DEFAULT_MONTHS).atDay(1);
        LocalDate from = Objects.requireNonNullElse(form.date("from"), defaultFrom);
        if (from.isAfter(to)) {
            form.reject("from", "statistics.range.backwards");
            from = defaultFrom;
        } else if (ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) >= MAX_MONTHS) {
            form.reject("from", "statistics.range.long", MAX_MONTHS);
            from = defaultFrom;
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
        Long typeId = form.number("type");
        var visible = types.stream().map(ServiceType.Ref::id).toList();
        if (typeId == null) {
            return visible;
        }
        if (!visible.contains(typeId)) {
            throw new NotFoundException();
        }
        return List.of(typeId);
    }
}
