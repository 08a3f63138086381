package org.jadhere.office.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * On which days a fee is reminded of, seen from one day. A reminder that was missed, because nothing ran, is made up for
 * within a week; later than that it would only puzzle, and so would one that a later reminder has overtaken.
 *
 * @param today the day that is asked about
 * @param remindOn counted from the last day covered, in order; negative is before
 */
public record ReminderSchedule(LocalDate today, List<Integer> remindOn) {

    private static final int MADE_UP_FOR = 6;

    public ReminderSchedule {
        remindOn = remindOn.stream().sorted().distinct().toList();
    }

    /** One of the reminders, and the last days covered for which its time is now; both ends are included. */
    record Turn(int days, LocalDate first, LocalDate last) {}

    /** One for each reminder; no last day is in two of them. */
    List<Turn> turns() {
        return remindOn.stream()
                .map(days -> {
                    LocalDate last = today.minusDays(days);
                    LocalDate first = last.minusDays(MADE_UP_FOR);
                    LocalDate overtaken = next(days)
                            .map(later -> today.minusDays(later).plusDays(1))
                            .orElse(first);
                    return new Turn(days, overtaken.isAfter(first) ? overtaken : first, last);
                })
                .toList();
    }

    private Optional<Integer> next(int days) {
        return remindOn.stream().filter(later -> later > days).findFirst();
    }

    /** The reminder whose time is now, for a fee with this last day. */
    Optional<Integer> due(LocalDate lastDay) {
        return turns().stream()
                .filter(turn -> !lastDay.isBefore(turn.first()) && !lastDay.isAfter(turn.last()))
                .map(Turn::days)
                .findFirst();
    }

    /** The day of the next reminder after today, for a fee with this last day. */
    Optional<LocalDate> nextDay(LocalDate lastDay) {
        long passed = ChronoUnit.DAYS.between(lastDay, today);
        return remindOn.stream().filter(days -> days > passed).findFirst().map(days -> lastDay.plusDays(days));
    }

    /** The earliest and the latest last day that any reminder, of now or of the coming month, is about. */
    LocalDate earliest() {
        return today.minusDays(remindOn.isEmpty() ? 0 : remindOn.getLast()).minusDays(MADE_UP_FOR);
    }

    LocalDate latest() {
        return today.minusDays(remindOn.isEmpty() ? 0 : remindOn.getFirst()).plusDays(30);
    }
}
