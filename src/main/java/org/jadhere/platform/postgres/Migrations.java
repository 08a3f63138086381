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
 * The program's migrations and their state in the database. A migration that loses data declares it in the first line of
 * its file, {@code -- irreversible: what is lost}, and runs only if the user accepts that.
 */
public final class Migrations {

    private static final String IRREVERSIBLE = "-- irreversible:";

    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    public static Migrations of(Flyway flyway) {
        return new Migrations(flyway);
    }

    /**
     * A migration that has not run yet.
     *
     * @param loss the data that it loses for good; empty if it loses none
     */
    public record Pending(String version, String description, Optional<String> loss) {

        @Override
        public String toString() {
            return version + " (" + description + ")"
                    + loss.map(what -> " loses " + what).orElse("");
        }
    }

    /** The version of the database; empty if no migration has run. */
    public Optional<MigrationVersion> current() {
        return Optional.ofNullable(flyway.info().current()).map(MigrationInfo::getVersion);
    }

    /** The version of the program's last migration. */
    public MigrationVersion latestKnown() {
        return Stream.of(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    /** The pending migrations in order. On an empty database none of them loses data. */
    public List<Pending> pending() {
        boolean empty = current().isEmpty();
        return Stream.of(flyway.info().pending())
                .map(migration -> new Pending(
                        String.valueOf(migration.getVersion()),
                        migration.getDescription(),
                        empty ? Optional.empty() : loss(migration.getScript())))
                .toList();
    }

    /**
     * Checks that the database was migrated by this program's files and by no newer ones.
     *
     * @throws PreReleaseSchemaException if an applied migration is missing here or has another checksum
     * @throws SchemaTooNewException if a newer program has migrated the database
     */
    public void requireKnownVersion() {
        Stream.of(flyway.info().all()).filter(Migrations::isUnknown).findFirst().ifPresent(migration -> {
            throw new PreReleaseSchemaException(String.valueOf(migration.getVersion()));
        });
        var latest = latestKnown();
        current().filter(version -> version.compareTo(latest) > 0).ifPresent(version -> {
            throw new SchemaTooNewException(version, latest);
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
     * Runs all pending migrations; none if one of them is irreversible and that is not accepted.
     *
     * @throws PreReleaseSchemaException if an applied migration is missing here or has another checksum
     * @throws SchemaTooNewException if a newer program has migrated the database
     * @throws IrreversibleMigrationException if an irreversible migration is pending and not accepted
     */
    public void run(boolean irreversibleAccepted) {
        requireKnownVersion();
        var irreversible = pending().stream()
                .filter(migration -> migration.loss().isPresent())
                .toList();
        if (!irreversibleAccepted && !irreversible.isEmpty()) {
            throw new IrreversibleMigrationException(irreversible);
        }
        flyway.migrate();
    }

    private Optional<String> loss(String script) {
        return Stream.of(flyway.getConfiguration().getLocations())
                .map(location -> firstLine(location, script))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(line -> line.startsWith(IRREVERSIBLE))
                .map(line -> line.substring(IRREVERSIBLE.length()).strip());
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
