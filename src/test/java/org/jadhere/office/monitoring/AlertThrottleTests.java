package org.jadhere.office.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first incident of a kind is reported at once, later ones as a number each hour, with bounded memory. */
class AlertThrottleTests {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private final AlertThrottle throttle = new AlertThrottle();

    private void happens(String kind) {
        throttle.record(new Incident(kind, "Exception", "7F3K-92QD", NOON, "", List.of(), "", "", ""));
    }

    private static Instant after(Duration time) {
        return NOON.plus(time);
    }

    @Test
    void theFirstIncidentIsReportedOnce() {
        happens("a");

        assertThat(throttle.next(NOON)).hasValueSatisfying(report -> {
            assertThat(report.repeated()).isFalse();
            assertThat(report.latest().kind()).isEqualTo("a");
        });
        assertThat(throttle.next(NOON)).isEmpty();
    }

    @Test
    void laterIncidentsAreCountedByHour() {
        happens("a");
        throttle.next(NOON);
        for (int i = 0; i < 1000; i++) {
            happens("a");
        }
        assertThat(throttle.next(after(Duration.ofMinutes(59)))).isEmpty();
        assertThat(throttle.next(after(Duration.ofHours(1)))).hasValueSatisfying(report -> {
            assertThat(report.repeated()).isTrue();
            assertThat(report.count()).isEqualTo(1000);
        });
        assertThat(throttle.next(after(Duration.ofHours(3)))).isEmpty();
        assertThat(throttle.suppressed()).isEqualTo(999);
    }

    @Test
    void anotherKindIsReportedAtOnce() {
        happens("a");
        throttle.next(NOON);
        happens("b");

        assertThat(throttle.next(NOON))
                .hasValueSatisfying(report -> assertThat(report.latest().kind()).isEqualTo("b"));
    }

    @Test
    void atMostThirtyReportsAreSentEachHour() {
        int kinds = AlertThrottle.MAX_MAILS + 5;
        for (int i = 0; i < kinds; i++) {
            happens("kind " + i);
        }
        int reported = 0;
        while (throttle.next(NOON).isPresent()) {
            reported++;
        }
        assertThat(reported).isEqualTo(AlertThrottle.MAX_MAILS);
        int later = 0;
        while (throttle.next(after(AlertThrottle.PAUSE)).isPresent()) {
            later++;
        }
        assertThat(later).isEqualTo(5);
    }

    @Test
    void theLeastRecentKindsAreForgotten() {
        for (int i = 0; i < 10 * AlertThrottle.MAX_KINDS; i++) {
            happens("kind " + i);
        }
        int reported = 0;
        for (int hour = 0; hour < 100; hour++) {
            while (throttle.next(after(Duration.ofHours(hour))).isPresent()) {
                reported++;
            }
        }
        assertThat(reported).isEqualTo(AlertThrottle.MAX_KINDS);
    }
}
