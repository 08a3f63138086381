package org.jadhere.platform.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts about the PostgreSQL server of an instance, and the problems that they show.
 *
 * @param version {@code server_version_num}: 170002
 * @param local whether it runs on this machine, connected by socket or loopback
 * @param encrypted whether the connection is encrypted
 * @param verified whether the address requires the server's certificate ({@code sslmode=verify-full})
 * @param superuser whether the program's role is a superuser
 * @param otherDatabases the number of other databases that the role owns
 * @param lax the settings that are off and may lose confirmed commits
 * @param checksums whether data pages have checksums
 * @param apart the difference between its clock and this machine's
 * @param current whether the schema is the program's
 */
record PostgresFacts(
        int version,
        boolean local,
        boolean encrypted,
        boolean verified,
        boolean superuser,
        int otherDatabases,
        List<String> lax,
        boolean checksums,
        Duration apart,
        boolean current) {

    private static final int OLDEST = 15;
    private static final int PER_MAJOR = 10_000;
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    List<CheckFinding> findings() {
        List<CheckFinding> findings = new ArrayList<>();
        findConnection(findings);
        findRole(findings);
        if (version < OLDEST * PER_MAJOR) {
            findings.add(CheckFinding.unsafe(
                    "PostgreSQL %d is too old: upgrade it to %d or later".formatted(version / PER_MAJOR, OLDEST)));
        }
        lax.forEach(setting -> findings.add(CheckFinding.unsafe(
                "%s is off, and confirmed data are lost when the machine stops: set it to on in postgresql.conf"
                        .formatted(setting))));
        if (!checksums) {
            findings.add(
                    CheckFinding.advice(
                            "the data have no checksums: stop the server and run 'pg_checksums --enable' to detect failing disks"));
        }
        findTimeAndSchema(findings);
        return findings;
    }

    private void findConnection(List<CheckFinding> findings) {
        if (!local && !encrypted) {
            findings.add(CheckFinding.unsafe("the connection leaves this machine unencrypted: enable ssl in"
                    + " postgresql.conf and add ?sslmode=verify-full to jadhere.database.url"));
        } else if (!local && !verified) {
            findings.add(CheckFinding.advice("the server does not prove its name: add ?sslmode=verify-full to"
                    + " jadhere.database.url, with its certificate in ~/.postgresql/root.crt"));
        }
    }

    private void findRole(List<CheckFinding> findings) {
        if (superuser) {
            findings.add(
                    CheckFinding.unsafe("the program's role is a superuser of PostgreSQL: create a role that owns only"
                            + " its database, and set jadhere.database.user"));
        }
        if (otherDatabases > 0) {
            findings.add(CheckFinding.unsafe(
                    "the program's role owns %d other database(s): use a separate role for each instance"
                            .formatted(otherDatabases)));
        }
    }

    private void findTimeAndSchema(List<CheckFinding> findings) {
        if (apart.abs().compareTo(TOLERANCE) > 0) {
            findings.add(CheckFinding.unsafe(
                    "the clocks of the database and of this machine are %d s apart: synchronize both by NTP"
                            .formatted(apart.abs().toSeconds())));
        }
        if (!current) {
            findings.add(CheckFinding.unsafe(
                    "the schema is not this program's: install the matching version, or run 'jadhere migrate'"));
        }
    }
}
