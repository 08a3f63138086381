package org.jadhere.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half-open ranges of days. */
class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2024-02-28, 2024-03-01, 2024-02-27, false",
        "2024-02-28, 2024-03-01, 2024-02-28, true",
        "2024-02-28, 2024-03-01, 2024-02-29, true",
        "2024-02-28, 2024-03-01, 2024-03-01, false",
        "2024-02-28, , 9999-12-31, true",
        "2024-02-28, , 2024-02-27, false",
        ", 2024-03-01, 2024-02-28, false",
        ", , 2024-02-28, false",
    })
    void aPeriodCoversItsFirstDayAndNotItsEnd(LocalDate start, LocalDate end, LocalDate day, boolean covered) {
        assertThat(new Period(start, end).covers(day)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-02-29, 2024-03-01",
        "2025-01-01, 2025-02-28, 2025-03-01",
        "2025-01-01, 2025-01-01, 2025-01-02"
    })
    void theEndIsTheDayAfterTheLastDay(LocalDate first, LocalDate last, LocalDate end) {
        var period = Period.ofDays(first, last);

        assertThat(period).isEqualTo(new Period(first, end));
        assertThat(period.covers(last)).isTrue();
        assertThat(period.lastDay()).isEqualTo(last);
    }

    @Test
    void aPeriodMayHaveNoEndOrNoStart() {
        var today = LocalDate.of(2026, 1, 1);

        assertThat(Period.from(today).lastDay()).isNull();
        assertThat(Period.ofDays(today, null)).isEqualTo(Period.from(today));
        assertThat(Period.NOT_STARTED.covers(today)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, 2025-01-01", "2025-01-02, 2025-01-01"})
    void anEndBeforeTheStartIsRejected(LocalDate start, LocalDate end) {
        assertThatThrownBy(() -> new Period(start, end)).isInstanceOf(IllegalArgumentException.class);
    }
}
