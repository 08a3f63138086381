package org.jadhere.office.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jadhere.office.backup.StoredBackups;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.CheckFinding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hears of errors, and whether there is a backup. */
class WatchChecksTests {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "'',               '',             UNSAFE, errors are not reported",
        "erin,             '',             UNSAFE, no e-mail address",
        "erin@example.org, 0.0.0.0:9187,   ADVICE, can be reached from outside"
    })
    void whatIsWrongIsOneSentence(String admins, String metrics, Severity severity, String sentence) {
        assertThat(MonitoringCheck.findings(admins, metrics)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource({"''", "127.0.0.1:9187", "[::1]:9187"})
    void whereSomebodyIsToldThereIsNone(String metrics) {
        assertThat(MonitoringCheck.findings("erin@example.org, dave@example.org", metrics))
                .isEmpty();
    }

    private List<CheckFinding> findings() {
        return new BackupCheck(new StoredBackups(home.resolve("backups")), Clock.systemUTC()).findings();
    }

    private Path backup(Duration age, String ending) throws IOException {
        String time = Instant.now()
                .minus(age)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replaceAll("[-:]", "");
        Path file = Files.createDirectories(home.resolve("backups")).resolve("jadhere-" + time + ".tar.gz" + ending);
        Files.writeString(file, "x");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void says(Severity severity, String sentence) {
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @Test
    void aBackupOfLastNightForItsOwnerAloneIsGood() throws IOException {
        backup(Duration.ofHours(30), ".age");
        backup(Duration.ofHours(3), ".age");

        assertThat(findings()).isEmpty();
    }

    @Test
    void withoutOneOrWithOneOfAnotherNameThereIsNone() throws IOException {
        says(Severity.UNSAFE, "there is no file jadhere-….tar.gz");
        Files.move(backup(Duration.ofHours(1), ""), home.resolve("backups/other.tar.gz"));
        says(Severity.UNSAFE, "there is no file jadhere-….tar.gz");
    }

    @Test
    void anOldAnOpenAnEmptyAndAPlainOneAreTold() throws IOException {
        backup(Duration.ofHours(27), ".age");
        says(Severity.UNSAFE, "27 hours old");
        var open = backup(Duration.ofHours(20), ".age");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        says(Severity.UNSAFE, "others can read");
        Files.writeString(backup(Duration.ofHours(10), ".age"), "");
        says(Severity.UNSAFE, "is empty");
        backup(Duration.ofHours(1), "");
        says(Severity.ADVICE, "not encrypted");
    }
}
