package org.jadhere.trouble;

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
import org.jadhere.cli.DeployCheck;
import org.jadhere.cli.Finding;
import org.springframework.stereotype.Component;

/** Whether there is a backup of last night, for its owner alone. */
@Component
class BackupCheck implements DeployCheck {

    private static final Duration A_NIGHT = Duration.ofHours(26);

    private final Backups backups;
    private final Clock clock;

    BackupCheck(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "backup";
    }

    @Override
    public List<Finding> findings() {
        return findings(backups.newest(), clock.instant());
    }

    private List<Finding> findings(Optional<Backups.Backup> newest, Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (newest.isEmpty()) {
            findings.add(Finding.unsafe("there is no file jadhere-….tar.gz in %s: make a backup every night, or set"
                            .formatted(backups.folder())
                    + " jadhere.backup.folder to where they are"));
            return findings;
        }
        var backup = newest.get();
        if (backup.at().isBefore(now.minus(A_NIGHT))) {
            findings.add(Finding.unsafe("the newest backup is %d hours old: see why there was none last night"
                    .formatted(Duration.between(backup.at(), now).toHours())));
        }
        findFile(backup, findings);
        return findings;
    }

    private static void findFile(Backups.Backup backup, List<Finding> findings) {
        try {
            if (Files.size(backup.file()) == 0) {
                findings.add(Finding.unsafe("the newest backup is empty: see why, and make another one"));
            }
            if (Files.getPosixFilePermissions(backup.file()).contains(PosixFilePermission.OTHERS_READ)) {
                findings.add(Finding.unsafe("others can read the newest backup: make backups with umask 077"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!backup.isEncrypted()) {
            findings.add(Finding.advice("the newest backup is not encrypted: encrypt what leaves this machine"));
        }
    }
}
