package org.jadhere.office.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.platform.cli.CheckFinding;
import org.junit.jupiter.api.Test;

class DemoCheckTests {

    @Test
    void whatADemonstrationLeftIsUnsafe() {
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
