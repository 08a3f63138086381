package org.jadhere.office.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jadhere.office.backup.StoredBackups;
import org.jadhere.office.backup.StoredBackups.StoredBackup;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.springframework.stereotype.Component;

/** Checks that there is a backup of last night, readable by its owner only. */
@Component
class BackupCheck implements DeployCheck {

    private static final Duration MAX_AGE = Duration.ofHours(26);

    private final StoredBackups backups;
    private final Clock clock;

    BackupCheck(StoredBackups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "backup";
    }

    @Override
    public List<CheckFinding> findings() {
        return findings(backups.newest(), clock.instant());
    }

    private List<CheckFinding> findings(Optional<StoredBackup> newest, Instant now) {
        List<CheckFinding> findings = new ArrayList<>();
        if (newest.isEmpty()) {
            findings.add(
                    CheckFinding.unsafe("there is no file jadhere-….tar.gz in %s: make a backup every night, or set"
                                    .formatted(backups.folder())
                            + " jadhere.backup.folder to their folder"));
            return findings;
        }
        var backup = newest.get();
        if (backup.takenAt().isBefore(now.minus(MAX_AGE))) {
            findings.add(CheckFinding.unsafe("the newest backup is %d hours old: find out why there was none last night"
                    .formatted(Duration.between(backup.takenAt(), now).toHours())));
        }
        checkFile(backup, findings);
        return findings;
    }

    private static void checkFile(StoredBackup backup, List<CheckFinding> findings) {
        try {
            if (Files.size(backup.file()) == 0) {
                findings.add(CheckFinding.unsafe("the newest backup is empty: find out why, and make another one"));
            }
            if (Files.getPosixFilePermissions(backup.file()).contains(PosixFilePermission.OTHERS_READ)) {
                findings.add(CheckFinding.unsafe("others can read the newest backup: make backups with umask 077"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!backup.encrypted()) {
            findings.add(
                    CheckFinding.advice("the newest backup is not encrypted: encrypt backups that leave this machine"));
        }
    }
}
