package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings of {@code ./jadhere check --deploy} on administrators. */
class AdministratorsCheckTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, UNSAFE, there is no administrator",
        "2, 0, UNSAFE, no administrator has a second factor",
        "3, 1, ADVICE, 2 of 3"
    })
    void eachProblemIsOneFinding(int administrators, int withFactor, String severity, String sentence) {
        assertThat(AdministratorsCheck.findings(administrators, withFactor))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity().name()).isEqualTo(severity);
                    assertThat(finding.sentence()).contains(sentence);
                });
    }

    @Test
    void factorsForAllLeaveNoFinding() {
        assertThat(AdministratorsCheck.findings(2, 2)).isEmpty();
    }
}
