package org.jadhere.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A released migration is never edited or removed: databases that have run it would not be changed, and Flyway would
 * refuse them by its checksum. A change of the schema is a new migration with the next number, whose checksum is added
 * to {@code src/test/resources/migrations.sha256}, in the format of sha256sum.
 */
class MigrationFilesTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path RELEASED = Path.of("src/test/resources/migrations.sha256");

    private static List<String> names() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String line(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(MIGRATIONS.resolve(name)));
            return HexFormat.of().formatHex(digest) + "  " + name;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void releasedMigrationsAreNeverEdited() throws IOException {
        var files = names().stream().map(MigrationFilesTests::line).toList();
        var released = Files.readAllLines(RELEASED);

        assertThat(released)
                .as("a released migration is never edited: add a new one. Changed or missing, by %s:", RELEASED)
                .filteredOn(line -> !files.contains(line))
                .isEmpty();
        assertThat(files)
                .as("a released migration is never edited: add a new one, and append its line below to %s", RELEASED)
                .filteredOn(line -> !released.contains(line))
                .isEmpty();
    }

    @Test
    void migrationsAreNumberedWithoutHoles() throws IOException {
        var names = names();

        assertThat(names)
                .extracting(name -> name.replaceFirst("__[a-z_]+\\.sql$", ""))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, names.size())
                        .mapToObj("V%04d"::formatted)
                        .toList());
    }
}
