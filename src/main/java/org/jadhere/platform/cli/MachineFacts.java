package org.jadhere.platform.cli;

import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Facts about the machine and the system account of an instance, and the problems that they show.
 *
 * @param root whether the process runs as root
 * @param configuration the permissions of {@code jadhere.conf}; empty if there is no such file
 * @param home the permissions of the instance's folder
 * @param umask the umask of this process; -1 if unknown
 * @param environment the names of its environment variables
 * @param arguments its command line
 * @param free the free bytes on the disk of the instance's folder, of {@code total}
 * @param heap the maximum heap in bytes, of {@code memory} bytes of the machine
 * @param java the major version
 * @param today the date of this machine's clock
 * @param paris the zone for Paris, whose rules come from Java's time zone data
 */
record MachineFacts(
        boolean root,
        Set<PosixFilePermission> configuration,
        Set<PosixFilePermission> home,
        int umask,
        Set<String> environment,
        List<String> arguments,
        long free,
        long total,
        long heap,
        long memory,
        int java,
        LocalDate today,
        ZoneId paris) {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Pattern SECRET_VARIABLE =
            Pattern.compile("(JADHERE|SPRING|SERVER)_(.*_)?(PASSWORD|SECRET|KEY)");
    private static final Pattern SECRET_ARGUMENT = Pattern.compile(".*(password|secret)[\\w.-]*=.+");

    private static final long MIN_FREE = 500L << 20;
    private static final int TENTH = 10;
    private static final int MIN_JAVA = 25;
    private static final int FIRST_YEAR = 2026;
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    List<CheckFinding> findings() {
        List<CheckFinding> findings = new ArrayList<>();
        findAccount(findings);
        findSecrets(findings);
        findDiskAndMemory(findings);
        findJavaAndTime(findings);
        return findings;
    }

    private void findAccount(List<CheckFinding> findings) {
        if (root) {
            findings.add(CheckFinding.unsafe(
                    "this runs as root: create an account for the instance and run it as that user"));
        }
        if (configuration.stream().anyMatch(OTHERS::contains)) {
            findings.add(CheckFinding.unsafe(
                    "others can read jadhere.conf, which holds passwords: run 'chmod o= HOME/jadhere.conf'"));
        }
        if (home.stream().anyMatch(OTHERS::contains)) {
            findings.add(CheckFinding.unsafe("others can enter the instance's folder: run 'chmod o= HOME'"));
        }
        if (umask >= 0 && (umask & 07) != 07) {
            findings.add(CheckFinding.advice(
                    "files created here can be read by others (umask %03o): set umask 077, in a".formatted(umask)
                            + " systemd service UMask=0077"));
        }
    }

    private void findSecrets(List<CheckFinding> findings) {
        environment.stream()
                .filter(name -> SECRET_VARIABLE.matcher(name).matches())
                .sorted()
                .map(name -> CheckFinding.unsafe(
                        "%s is in the environment, where other programs read it: put it into jadhere.conf"
                                .formatted(name)))
                .forEach(findings::add);
        if (arguments.stream().anyMatch(word -> SECRET_ARGUMENT.matcher(word).matches())) {
            findings.add(
                    CheckFinding.unsafe(
                            "a password is on the command line, which all users of the machine can read: put it into jadhere.conf"));
        }
    }

    private void findDiskAndMemory(List<CheckFinding> findings) {
        if (free < MIN_FREE) {
            findings.add(CheckFinding.unsafe(
                    "only %d MB are free for the instance's folder: free space on its disk".formatted(free >> 20)));
        } else if (free < total / TENTH) {
            findings.add(CheckFinding.advice(
                    "less than a tenth of the disk of the instance's folder is free: free space before it is full"));
        }
        if (heap > memory / 2) {
            findings.add(CheckFinding.advice(
                    "Java may take %d MB of %d MB of memory, and PostgreSQL needs the rest: lower -Xmx in JADHERE_JAVA_OPTIONS"
                            .formatted(heap >> 20, memory >> 20)));
        }
    }

    private void findJavaAndTime(List<CheckFinding> findings) {
        if (java < MIN_JAVA) {
            findings.add(CheckFinding.unsafe("Java %d is too old: install %d".formatted(java, MIN_JAVA)));
        }
        if (today.getYear() < FIRST_YEAR) {
            findings.add(CheckFinding.unsafe(
                    "the clock says %s, before this program was written: synchronize it by NTP".formatted(today)));
        }
        var summer = paris.getRules().getOffset(SUMMER.atTime(12, 0));
        if (!summer.equals(ZoneOffset.ofHours(2))) {
            findings.add(CheckFinding.unsafe(
                    "Java's time zones have a wrong summer time for Paris (%s): update Java".formatted(summer)));
        }
    }
}
