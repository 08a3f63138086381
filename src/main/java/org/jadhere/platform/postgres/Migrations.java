package org.jadhere.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations that the program knows, against those that the database has seen. One that takes away what nothing
 * brings back says so in the first line of its file, {@code -- irreversible: what is lost}, and is not run unasked.
 */
public final class Migrations {

    private static final String MARK = "-- irreversible:";

    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    public static Migrations of(Flyway flyway) {
        return new Migrations(flyway);
    }

    /**
     * One that is still to be run.
     *
     * @param lost what cannot be brought back once it has run; none where nothing is lost
     */
    public record Pending(String version, String description, Optional<String> lost) {

        @Override
        public String toString() {
            return version + " (" + description + ")"
                    + lost.map(what -> " loses " + what).orElse("");
        }
    }

    /** The version that the database is at; none where it has not been migrated at all. */
    public Optional<MigrationVersion> current() {
        return Optional.ofNullable(flyway.info().current()).map(MigrationInfo::getVersion);
    }

    /** The version that this program would bring a database to. */
    public MigrationVersion known() {
        return Stream.of(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    /** In the order in which they would be run. An empty database has nothing to lose. */
    public List<Pending> pending() {
        boolean empty = current().isEmpty();
        return Stream.of(flyway.info().pending())
                .map(migration -> new Pending(
                        String.valueOf(migration.getVersion()),
                        migration.getDescription(),
                        empty ? Optional.empty() : lost(migration.getScript())))
                .toList();
    }

    /**
     * Checks that the database was migrated by this program's files and by no newer ones.
     *
     * @throws PreReleaseSchemaException where a migration of the database is missing here or has another checksum
     * @throws SchemaTooNewException where a newer program has been here
     */
    public void demandKnown() {
        Stream.of(flyway.info().all()).filter(Migrations::isUnknown).findFirst().ifPresent(migration -> {
            throw new PreReleaseSchemaException(String.valueOf(migration.getVersion()));
        });
        var known = known();
        current().filter(version -> version.compareTo(known) > 0).ifPresent(version -> {
            throw new SchemaTooNewException(version, known);
        });
    }

    /** Migrations above the known versions are not counted: they belong to a newer program. */
    private static boolean isUnknown(MigrationInfo applied) {
        return switch (applied.getState()) {
            case MISSING_SUCCESS, MISSING_FAILED -> true;
            case SUCCESS, OUT_OF_ORDER -> !applied.isChecksumMatching();
            default -> false;
        };
    }

    /**
     * Runs those that are pending, unless one of them is irreversible and that is not accepted: then none.
     *
     * @throws PreReleaseSchemaException where a migration of the database is missing here or has another checksum
     * @throws SchemaTooNewException where a newer program has been here
     * @throws IrreversibleMigrationException where one is pending and not accepted
     */
    public void run(boolean irreversibleAccepted) {
        demandKnown();
        var losing = pending().stream()
                .filter(migration -> migration.lost().isPresent())
                .toList();
        if (!irreversibleAccepted && !losing.isEmpty()) {
            throw new IrreversibleMigrationException(losing);
        }
        flyway.migrate();
    }

    private Optional<String> lost(String script) {
        return Stream.of(flyway.getConfiguration().getLocations())
                .map(location -> firstLine(location, script))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).strip());
    }

    private Optional<String> firstLine(Location location, String script) {
        String path = location.getPath() + "/" + script;
        try {
            if (location.isFileSystem()) {
                return Files.exists(Path.of(path))
                        ? Files.readAllLines(Path.of(path)).stream().findFirst()
                        : Optional.empty();
            }
            var resource = flyway.getConfiguration().getClassLoader().getResourceAsStream(path);
            if (resource == null) {
                return Optional.empty();
            }
            try (var reader = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
                return Optional.ofNullable(reader.readLine());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
