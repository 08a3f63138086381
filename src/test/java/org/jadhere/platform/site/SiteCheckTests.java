package org.jadhere.platform.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings of {@code ./jadhere check --deploy} on the site's URL, hosts and environment. */
class SiteCheckTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.example.org   |                | true  | UNSAFE | is not https",
                "https://localhost      |                | true  | UNSAFE | is not a name",
                "https://192.0.2.7      |                | true  | UNSAFE | is not a name",
                "https://[2001:db8::7]  |                | true  | UNSAFE | is not a name",
                "https://a.example.org  | *              | true  | UNSAFE | allows every name",
                "https://a.example.org  | b.example.org  | true  | UNSAFE | add a.example.org",
                "https://a.example.org  |                | false | ADVICE | jadhere.environment"
            })
    void eachProblemIsOneFinding(String url, String hosts, boolean real, String severity, String sentence) {
        assertThat(SiteCheck.findings(url, hosts == null ? "" : hosts, real))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity().name()).isEqualTo(severity);
                    assertThat(finding.sentence()).contains(sentence);
                });
    }

    @Test
    void aSiteWithoutProblemsHasNoFinding() {
        assertThat(SiteCheck.findings("https://a.example.org", "", true)).isEmpty();
        assertThat(SiteCheck.findings("https://a.example.org", "b.example.org, a.example.org", true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prod    |         | ''       | ''",
                "PROD    | [PROD]  | ''       | '[PROD] '",
                "dev     |         | '[DEV] ' | '[DEV] '",
                "preprod | (essai) | '(essai) ' | '(essai) '",
                "dev     | ''      | ''       | ''"
            })
    void subjectPrefixesNameTheInstance(String name, String prefix, String notifications, String errors) {
        var deployment = new Deployment(name, prefix);

        assertThat(deployment.notificationPrefix()).isEqualTo(notifications);
        assertThat(deployment.errorPrefix()).isEqualTo(errors);
    }
}
