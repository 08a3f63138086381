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
 * What is known about the machine and the account that an instance runs in.
 *
 * @param configuration who may do what with {@code jadhere.conf}; nobody where there is none
 * @param home the same of the instance's folder
 * @param umask of this process; -1 where it is not known
 * @param environment the names of its variables
 * @param arguments what its command line says
 * @param free bytes for the instance's folder, of {@code total}
 * @param heap the largest heap, of {@code memory} bytes in all
 * @param today by this machine's clock
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

    private static final long LEAST = 500L << 20;
    private static final int TENTH = 10;
    private static final int OLDEST_JAVA = 25;
    private static final int FIRST_YEAR = 2026;
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    List<CheckFinding> findings() {
        List<CheckFinding> findings = new ArrayList<>();
        findAccount(findings);
        findSecrets(findings);
        findRoom(findings);
        findJavaAndTime(findings);
        return findings;
    }

    private void findAccount(List<CheckFinding> findings) {
        if (root) {
            findings.add(
                    CheckFinding.unsafe("this runs as root: make an account for the instance, and run it as that"));
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
                    "files made here can be read by others (umask %03o): set umask 077, in the".formatted(umask)
                            + " service UMask=0077"));
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
                            "a password is on the command line, where everybody on the machine reads it: put it into jadhere.conf"));
        }
    }

    private void findRoom(List<CheckFinding> findings) {
        if (free < LEAST) {
            findings.add(CheckFinding.unsafe(
                    "only %d MB are free for the instance's folder: make room on its disk".formatted(free >> 20)));
        } else if (free < total / TENTH) {
            findings.add(CheckFinding.advice(
                    "less than a tenth of the disk of the instance's folder is free: make room before it is full"));
        }
        if (heap > memory / 2) {
            findings.add(CheckFinding.advice(
                    "Java may take %d MB of %d MB of memory, and PostgreSQL needs the rest: lower -Xmx in JADHERE_JAVA_OPTIONS"
                            .formatted(heap >> 20, memory >> 20)));
        }
    }

    private void findJavaAndTime(List<CheckFinding> findings) {
        if (java < OLDEST_JAVA) {
            findings.add(CheckFinding.unsafe("Java %d is too old: install %d".formatted(java, OLDEST_JAVA)));
        }
        if (today.getYear() < FIRST_YEAR) {
            findings.add(CheckFinding.unsafe(
                    "the clock says %s, which is before this program was written: set it by NTP".formatted(today)));
        }
        var summer = paris.getRules().getOffset(SUMMER.atTime(12, 0));
        if (!summer.equals(ZoneOffset.ofHours(2))) {
            findings.add(CheckFinding.unsafe(
                    "Java's time zones do not know the summer of Paris (%s): update Java".formatted(summer)));
        }
    }
}
