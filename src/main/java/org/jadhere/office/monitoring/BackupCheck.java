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
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.springframework.stereotype.Component;

/** Whether there is a backup of last night, for its owner alone. */
@Component
class BackupCheck implements DeployCheck {

    private static final Duration A_NIGHT = Duration.ofHours(26);

    private final BackupStatus backups;
    private final Clock clock;

    BackupCheck(BackupStatus backups, Clock clock) {
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

    private List<CheckFinding> findings(Optional<BackupStatus.Backup> newest, Instant now) {
        List<CheckFinding> findings = new ArrayList<>();
        if (newest.isEmpty()) {
            findings.add(
                    CheckFinding.unsafe("there is no file jadhere-….tar.gz in %s: make a backup every night, or set"
                                    .formatted(backups.folder())
                            + " jadhere.backup.folder to where they are"));
            return findings;
        }
        var backup = newest.get();
        if (backup.at().isBefore(now.minus(A_NIGHT))) {
            findings.add(CheckFinding.unsafe("the newest backup is %d hours old: see why there was none last night"
                    .formatted(Duration.between(backup.at(), now).toHours())));
        }
        findFile(backup, findings);
        return findings;
    }

    private static void findFile(BackupStatus.Backup backup, List<CheckFinding> findings) {
        try {
            if (Files.size(backup.file()) == 0) {
                findings.add(CheckFinding.unsafe("the newest backup is empty: see why, and make another one"));
            }
            if (Files.getPosixFilePermissions(backup.file()).contains(PosixFilePermission.OTHERS_READ)) {
                findings.add(CheckFinding.unsafe("others can read the newest backup: make backups with umask 077"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!backup.isEncrypted()) {
            findings.add(CheckFinding.advice("the newest backup is not encrypted: encrypt what leaves this machine"));
        }
    }
}
