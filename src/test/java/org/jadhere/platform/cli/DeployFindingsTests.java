package org.jadhere.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.cli.CheckFinding.Severity.ADVICE;
import static org.jadhere.platform.cli.CheckFinding.Severity.UNSAFE;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.platform.cli.CheckFinding.Severity;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings of {@code ./jadhere check --deploy} on a machine and a database: one for each problem. */
class DeployFindingsTests {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> READABLE_BY_ALL = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final long GB = 1L << 30;

    /** A machine without problems, of which a test changes one property. */
    private static final class Machine {
        private boolean root;
        private Set<PosixFilePermission> configuration = OWNER_ONLY;
        private Set<PosixFilePermission> home = OWNER_ONLY;
        private int umask = 077;
        private Set<String> environment = Set.of("PATH", "JADHERE_HOME");
        private List<String> arguments = List.of("-jar", "jadhere.jar", "check", "--deploy");
        private long free = 50 * GB;
        private long heap = GB / 4;
        private int java = 25;
        private LocalDate today = LocalDate.of(2026, 11, 24);
        private ZoneId paris = ZoneId.of("Europe/Paris");

        private List<CheckFinding> findings() {
            return new MachineFacts(
                            root,
                            configuration,
                            home,
                            umask,
                            environment,
                            arguments,
                            free,
                            100 * GB,
                            heap,
                            2 * GB,
                            java,
                            today,
                            paris)
                    .findings();
        }
    }

    @FunctionalInterface
    private interface Change<T> {
        void on(T facts);
    }

    private static Arguments when(Change<Machine> change, Severity severity, String sentence) {
        return Arguments.of(change, severity, sentence);
    }

    static Stream<Arguments> machines() {
        return Stream.of(
                when(it -> it.root = true, UNSAFE, "runs as root"),
                when(it -> it.configuration = READABLE_BY_ALL, UNSAFE, "others can read jadhere.conf"),
                when(it -> it.home = READABLE_BY_ALL, UNSAFE, "others can enter the instance's folder"),
                when(it -> it.umask = 022, ADVICE, "umask 022"),
                when(
                        it -> it.environment = Set.of("JADHERE_DATABASE_PASSWORD"),
                        UNSAFE,
                        "JADHERE_DATABASE_PASSWORD is"),
                when(it -> it.environment = Set.of("SPRING_MAIL_PASSWORD"), UNSAFE, "SPRING_MAIL_PASSWORD is"),
                when(it -> it.environment = Set.of("JADHERE_PASSWORD"), UNSAFE, "JADHERE_PASSWORD is"),
                when(it -> it.arguments = List.of("jadhere.database.password=x"), UNSAFE, "on the command line"),
                when(
                        it -> it.arguments = List.of("jadhere.database.url=jdbc:postgresql://h/d?password=x"),
                        UNSAFE,
                        "on the command line"),
                when(it -> it.free = 100L << 20, UNSAFE, "only 100 MB are free"),
                when(it -> it.free = 5 * GB, ADVICE, "less than a tenth"),
                when(it -> it.heap = GB + 1, ADVICE, "lower -Xmx"),
                when(it -> it.java = 21, UNSAFE, "Java 21 is too old"),
                when(it -> it.today = LocalDate.of(1970, 1, 1), UNSAFE, "the clock says 1970-01-01"),
                when(it -> it.paris = ZoneId.of("UTC"), UNSAFE, "time zones"));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void eachProblemOfAMachineIsOneFinding(Change<Machine> change, Severity severity, String sentence) {
        var machine = new Machine();
        change.on(machine);
        assertThat(machine.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence).contains(":");
        });
    }

    @Test
    void aMachineWithoutProblemsHasNoFinding() {
        assertThat(new Machine().findings()).isEmpty();
    }

    private static DatabaseSettings.Database embedded() {
        return new DatabaseSettings.Database(null, null, null, false, false, List.of(), null, Duration.ofSeconds(30));
    }

    @Test
    void theFactsOfThisMachineAreRead() throws Exception {
        var settings = new DatabaseSettings(Path.of("target"), embedded());
        var facts = new MachineCheck(settings, Clock.system(ZoneId.of("Europe/Paris"))).facts();

        assertThat(facts.java()).isEqualTo(25);
        assertThat(facts.free()).isPositive().isLessThanOrEqualTo(facts.total());
        assertThat(facts.memory()).isGreaterThan(0);
        assertThat(facts.home()).contains(PosixFilePermission.OWNER_READ);
    }

    /** A database server without problems, of which a test changes one property. */
    private static final class Server {
        private int version = 170_002;
        private boolean local = true;
        private boolean encrypted;
        private boolean verified;
        private boolean superuser;
        private int otherDatabases;
        private List<String> lax = List.of();
        private boolean checksums = true;
        private Duration apart = Duration.ofSeconds(-2);
        private boolean current = true;

        private List<CheckFinding> findings() {
            return new PostgresFacts(
                            version,
                            local,
                            encrypted,
                            verified,
                            superuser,
                            otherDatabases,
                            lax,
                            checksums,
                            apart,
                            current)
                    .findings();
        }
    }

    private static Arguments where(Change<Server> change, Severity severity, String sentence) {
        return Arguments.of(change, severity, sentence);
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                where(it -> it.version = 140_011, UNSAFE, "PostgreSQL 14 is too old"),
                where(it -> it.local = false, UNSAFE, "unencrypted"),
                where(
                        it -> {
                            it.local = false;
                            it.encrypted = true;
                        },
                        ADVICE,
                        "does not prove its name"),
                where(it -> it.superuser = true, UNSAFE, "is a superuser of PostgreSQL"),
                where(it -> it.otherDatabases = 2, UNSAFE, "owns 2 other database(s)"),
                where(it -> it.lax = List.of("fsync"), UNSAFE, "fsync is off"),
                where(it -> it.lax = List.of("synchronous_commit"), UNSAFE, "synchronous_commit is off"),
                where(it -> it.lax = List.of("full_page_writes"), UNSAFE, "full_page_writes is off"),
                where(it -> it.checksums = false, ADVICE, "no checksums"),
                where(it -> it.apart = Duration.ofSeconds(90), UNSAFE, "90 s apart"),
                where(it -> it.current = false, UNSAFE, "the schema is not this program's"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void eachProblemOfADatabaseIsOneFinding(Change<Server> change, Severity severity, String sentence) {
        var server = new Server();
        change.on(server);
        assertThat(server.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.sentence()).contains(sentence).contains(":");
        });
    }

    @Test
    void aDatabaseWithoutProblemsHasNoFinding() {
        assertThat(new Server().findings()).isEmpty();
        var far = new Server();
        far.local = false;
        far.encrypted = true;
        far.verified = true;
        assertThat(far.findings()).isEmpty();
    }
}
