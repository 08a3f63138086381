package org.jadhere.office.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fee is reminded of thirty and seven days before its last day, and a week after. */
class ReminderScheduleTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 2, 29);

    private static ReminderSchedule on(LocalDate day) {
        return new ReminderSchedule(day, List.of(7, -30, -7));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-29,    , 2024-01-30",
        "2024-01-30, -30, 2024-02-22",
        "2024-02-05, -30, 2024-02-22",
        "2024-02-06,    , 2024-02-22",
        "2024-02-22,  -7, 2024-03-07",
        "2024-02-28,  -7, 2024-03-07",
        "2024-02-29,    , 2024-03-07",
        "2024-03-07,   7,",
        "2024-03-13,   7,",
        "2024-03-14,    ,"
    })
    void aMissedReminderIsSentWithinAWeek(LocalDate day, @Nullable Integer due, @Nullable LocalDate next) {
        assertThat(on(day).due(LAST_DAY)).isEqualTo(Optional.ofNullable(due));
        assertThat(on(day).nextDay(LAST_DAY)).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void aReminderOvertakenByALaterOneIsNotSent() {
        var close = new ReminderSchedule(LAST_DAY, List.of(-2, -1, 0));

        assertThat(close.due(LAST_DAY)).contains(0);
        assertThat(close.due(LAST_DAY.plusDays(1))).contains(-1);
        assertThat(close.due(LAST_DAY.plusDays(2))).contains(-2);
    }

    @Test
    void noDayHasTwoReminders() {
        var turns = new ReminderSchedule(LAST_DAY, List.of(-30, -28, -3, 0, 1, 60)).windows();

        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i).last()).isBefore(turns.get(i - 1).first());
        }
    }

    @Test
    void withoutDaysNoReminderIsDue() {
        assertThat(new ReminderSchedule(LAST_DAY, List.of()).due(LAST_DAY)).isEmpty();
    }
}
