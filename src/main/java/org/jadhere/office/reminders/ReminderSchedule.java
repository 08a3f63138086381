package org.jadhere.office.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The days on which members are reminded of a fee. A reminder that was missed because nothing ran is sent up to six
 * days late, unless a later reminder is due by then.
 *
 * @param today the day of the schedule
 * @param remindOn days after the last covered day, sorted; negative numbers are days before it
 */
public record ReminderSchedule(LocalDate today, List<Integer> remindOn) {

    private static final int CATCH_UP_DAYS = 6;

    public ReminderSchedule {
        remindOn = remindOn.stream().sorted().distinct().toList();
    }

    /** A reminder and the last covered days for which it is due, both included. */
    record Window(int days, LocalDate first, LocalDate last) {}

    /** Returns one window for each reminder; they do not overlap. */
    List<Window> windows() {
        return remindOn.stream()
                .map(days -> {
                    LocalDate last = today.minusDays(days);
                    LocalDate first = last.minusDays(CATCH_UP_DAYS);
                    LocalDate afterNext = next(days)
                            .map(following -> today.minusDays(following).plusDays(1))
                            .orElse(first);
                    return new Window(days, afterNext.isAfter(first) ? afterNext : first, last);
                })
                .toList();
    }

    private Optional<Integer> next(int days) {
        return remindOn.stream().filter(following -> following > days).findFirst();
    }

    /** Returns the reminder that is due for a fee with this last day. */
    Optional<Integer> due(LocalDate lastDay) {
        return windows().stream()
                .filter(window -> !lastDay.isBefore(window.first()) && !lastDay.isAfter(window.last()))
                .map(Window::days)
                .findFirst();
    }

    /** Returns the day of the next reminder after today, for a fee with this last day. */
    Optional<LocalDate> nextDay(LocalDate lastDay) {
        long passed = ChronoUnit.DAYS.between(lastDay, today);
        return remindOn.stream().filter(days -> days > passed).findFirst().map(days -> lastDay.plusDays(days));
    }

    /** Returns the earliest last day of a fee that a reminder of today or of the next 30 days can be about. */
    LocalDate earliest() {
        return today.minusDays(remindOn.isEmpty() ? 0 : remindOn.getLast()).minusDays(CATCH_UP_DAYS);
    }

    /** Returns the latest such day. */
    LocalDate latest() {
        return today.minusDays(remindOn.isEmpty() ? 0 : remindOn.getFirst()).plusDays(30);
    }
}
