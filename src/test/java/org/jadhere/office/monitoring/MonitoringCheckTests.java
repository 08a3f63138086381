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

/** The checks of the recipients of error mails and of the latest backup. */
class MonitoringCheckTests {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "'',               '',             UNSAFE, errors are not reported",
        "erin,             '',             UNSAFE, no e-mail address",
        "erin@example.org, 0.0.0.0:9187,   ADVICE, can be reached from outside"
    })
    void eachFaultIsOneSentence(String admins, String metrics, Severity severity, String sentence) {
        assertThat(MonitoringCheck.findings(admins, metrics)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource({"''", "127.0.0.1:9187", "[::1]:9187"})
    void withRecipientsThereIsNoFinding(String metrics) {
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

    private void isReported(Severity severity, String sentence) {
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @Test
    void aRecentPrivateBackupIsGood() throws IOException {
        backup(Duration.ofHours(30), ".age");
        backup(Duration.ofHours(3), ".age");

        assertThat(findings()).isEmpty();
    }

    @Test
    void aMissingBackupIsReported() throws IOException {
        isReported(Severity.UNSAFE, "there is no file jadhere-….tar.gz");
        Files.move(backup(Duration.ofHours(1), ""), home.resolve("backups/other.tar.gz"));
        isReported(Severity.UNSAFE, "there is no file jadhere-….tar.gz");
    }

    @Test
    void anOldBackupIsReported() throws IOException {
        backup(Duration.ofHours(27), ".age");
        isReported(Severity.UNSAFE, "27 hours old");
    }

    @Test
    void aBackupThatOthersCanReadIsReported() throws IOException {
        var open = backup(Duration.ofHours(20), ".age");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        isReported(Severity.UNSAFE, "others can read");
    }

    @Test
    void anEmptyBackupIsReported() throws IOException {
        Files.writeString(backup(Duration.ofHours(10), ".age"), "");
        isReported(Severity.UNSAFE, "is empty");
    }

    @Test
    void anUnencryptedBackupIsReported() throws IOException {
        backup(Duration.ofHours(1), "");
        isReported(Severity.ADVICE, "not encrypted");
    }
}
