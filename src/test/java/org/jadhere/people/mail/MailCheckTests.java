package org.jadhere.people.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.people.mail.MailCheck.Route;
import org.jadhere.platform.cli.CheckFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings of {@code ./jadhere check --deploy} on mail. */
class MailCheckTests {

    @ParameterizedTest
    @CsvSource({
        "'',    '',               a@example.org, false, there is no mail server",
        "mails, '',               a@example.org, false, are written to a folder",
        "'',    mail.example.org, a@example.org, false, unencrypted",
        "'',    localhost,        '',            false, jadhere.mail.from"
    })
    void eachProblemIsOneFinding(String folder, String host, String from, boolean encrypted, String sentence) {
        assertThat(new Route(folder, host, from, encrypted).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(CheckFinding.Severity.UNSAFE);
                    assertThat(finding.sentence()).contains(sentence);
                });
    }

    @Test
    void aSafeConfigurationHasNoFinding() {
        assertThat(new Route("", "localhost", "a@example.org", false).findings())
                .isEmpty();
        assertThat(new Route("", "mail.example.org", "a@example.org", true).findings())
                .isEmpty();
    }
}
