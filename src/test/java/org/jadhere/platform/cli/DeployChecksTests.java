package org.jadhere.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.given;

import java.util.List;
import org.jadhere.support.ActTest;
import org.jadhere.support.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All deploy checks against the PostgreSQL of the tests, which runs without fsync. */
@ActTest
class DeployChecksTests {

    @Autowired
    private List<DeployCheck> checks;

    @Autowired
    private PostgresCheck server;

    @Test
    void theFactsOfTheDatabaseAreRead() {
        var facts = server.facts();

        assertThat(facts.version()).isGreaterThanOrEqualTo(150_000);
        assertThat(facts.local()).isTrue();
        assertThat(facts.superuser()).isFalse();
        assertThat(facts.lax()).containsExactlyInAnyOrder("fsync", "full_page_writes", "synchronous_commit");
        assertThat(facts.otherDatabases()).isPositive();
        assertThat(facts.current()).isTrue();
        assertThat(facts.apart().abs().toMinutes()).isZero();
    }

    @Test
    void everyCheckRunsAndSaysWhatToDo() {
        Cast.in(given());

        assertThat(checks)
                .extracting(DeployCheck::subject)
                .contains("machine", "database", "site", "mail", "administrators", "demonstration", "errors", "backup");
        assertThat(checks.stream().flatMap(check -> check.findings().stream()))
                .extracting(CheckFinding::sentence)
                .allMatch(sentence -> sentence.contains(": "))
                .anyMatch(sentence -> sentence.contains("jadhere.admins"))
                .anyMatch(sentence -> sentence.contains("jadhere.url is not https"))
                .anyMatch(sentence -> sentence.contains("no administrator has a second factor"))
                .anyMatch(sentence -> sentence.contains("there is no mail server"));
    }
}
