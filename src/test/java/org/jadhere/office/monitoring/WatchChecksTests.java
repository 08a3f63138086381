package org.jadhere.office.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        "'',               '',             UNSAFE, nobody is told of errors",
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
        return new BackupCheck(new BackupStatus("", home), Clock.systemUTC()).findings();
    }

    private Path backup(String name, Duration age) throws IOException {
        Path file = Files.createDirectories(home.resolve("backups")).resolve(name);
        Files.writeString(file, "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private void says(Severity severity, String sentence) {
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence);
        });
    }

    @Test
    void aBackupOfLastNightForItsOwnerAloneIsGood() throws IOException {
        backup("jadhere-2026-03-30.tar.gz.age", Duration.ofHours(30));
        backup("jadhere-2026-03-31.tar.gz.age", Duration.ofHours(3));

        assertThat(findings()).isEmpty();
    }

    @Test
    void withoutOneOrWithOneOfAnotherNameThereIsNone() throws IOException {
        says(Severity.UNSAFE, "there is no file jadhere-….tar.gz");
        backup("other.tar.gz", Duration.ofHours(1));
        says(Severity.UNSAFE, "there is no file jadhere-….tar.gz");
    }

    @Test
    void anOldAnOpenAnEmptyAndAPlainOneAreTold() throws IOException {
        backup("jadhere-1.tar.gz.age", Duration.ofHours(27));
        says(Severity.UNSAFE, "27 hours old");
        var open = backup("jadhere-2.tar.gz.age", Duration.ofHours(20));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        says(Severity.UNSAFE, "others can read");
        Files.writeString(backup("jadhere-3.tar.gz.age", Duration.ofHours(10)), "");
        Files.setLastModifiedTime(
                home.resolve("backups/jadhere-3.tar.gz.age"),
                FileTime.from(Instant.now().minus(Duration.ofHours(10))));
        says(Severity.UNSAFE, "is empty");
        backup("jadhere-4.tar.gz", Duration.ofHours(1));
        says(Severity.ADVICE, "not encrypted");
    }
}
