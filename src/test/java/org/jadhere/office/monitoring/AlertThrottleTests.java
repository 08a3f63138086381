package org.jadhere.office.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first of a kind is told at once, the rest as a number an hour; nothing grows. */
class AlertThrottleTests {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private final AlertThrottle ration = new AlertThrottle();

    private void happens(String kind) {
        ration.record(new Incident(kind, "Exception", "7F3K-92QD", NOON, "", List.of(), "", "", ""));
    }

    private static Instant after(Duration time) {
        return NOON.plus(time);
    }

    @Test
    void theFirstIsToldAtOnceAndOnce() {
        happens("a");

        assertThat(ration.next(NOON)).hasValueSatisfying(report -> {
            assertThat(report.repeated()).isFalse();
            assertThat(report.latest().kind()).isEqualTo("a");
        });
        assertThat(ration.next(NOON)).isEmpty();
    }

    @Test
    void theOthersOfTheHourAreANumber() {
        happens("a");
        ration.next(NOON);
        for (int i = 0; i < 1000; i++) {
            happens("a");
        }
        assertThat(ration.next(after(Duration.ofMinutes(59)))).isEmpty();
        assertThat(ration.next(after(Duration.ofHours(1)))).hasValueSatisfying(report -> {
            assertThat(report.repeated()).isTrue();
            assertThat(report.count()).isEqualTo(1000);
        });
        assertThat(ration.next(after(Duration.ofHours(3)))).isEmpty();
        assertThat(ration.suppressed()).isEqualTo(999);
    }

    @Test
    void anotherKindDoesNotWait() {
        happens("a");
        ration.next(NOON);
        happens("b");

        assertThat(ration.next(NOON))
                .hasValueSatisfying(report -> assertThat(report.latest().kind()).isEqualTo("b"));
    }

    @Test
    void thereAreNoMoreThanThirtyAnHourAndTheRestFollows() {
        int kinds = AlertThrottle.MAX_MAILS + 5;
        for (int i = 0; i < kinds; i++) {
            happens("kind " + i);
        }
        int told = 0;
        while (ration.next(NOON).isPresent()) {
            told++;
        }
        assertThat(told).isEqualTo(AlertThrottle.MAX_MAILS);
        int later = 0;
        while (ration.next(after(AlertThrottle.PAUSE)).isPresent()) {
            later++;
        }
        assertThat(later).isEqualTo(5);
    }

    @Test
    void kindsThatWereNotHeardOfForLongestAreForgotten() {
        for (int i = 0; i < 10 * AlertThrottle.MAX_KINDS; i++) {
            happens("kind " + i);
        }
        int told = 0;
        for (int hour = 0; hour < 100; hour++) {
            while (ration.next(after(Duration.ofHours(hour))).isPresent()) {
                told++;
            }
        }
        assertThat(told).isEqualTo(AlertThrottle.MAX_KINDS);
    }
}
