package org.jadhere.office.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.platform.cli.CheckFinding;
import org.junit.jupiter.api.Test;

/** The check reports what a demonstration left behind. */
class DemoCheckTests {

    @Test
    void leftoversOfADemonstrationAreUnsafe() {
        assertThat(DemoCheck.findings(true, false)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(CheckFinding.Severity.UNSAFE);
            assertThat(finding.sentence()).contains("password.txt");
        });
        assertThat(DemoCheck.findings(false, true)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(CheckFinding.Severity.UNSAFE);
            assertThat(finding.sentence()).contains("login of the demonstration");
        });
        assertThat(DemoCheck.findings(false, false)).isEmpty();
    }
}
