package org.jadhere.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Tells whether the schema is current: all migrations of the program have run, with the same checksums, and no others. */
@Component
public class Schema {

    private static final Field<String> VERSION = field(name("version"), String.class);
    private static final Field<String> SCRIPT = field(name("script"), String.class);
    private static final Field<Integer> CHECKSUM = field(name("checksum"), Integer.class);
    private static final Field<Boolean> SUCCESS = field(name("success"), Boolean.class);

    private final DataSource database;
    private final DatabaseSettings settings;
    private volatile @Nullable Set<String> expected;

    Schema(DataSource database, DatabaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Whether the schema is current, by one short query. */
    public boolean isCurrent() {
        return expected().equals(applied());
    }

    /** Uses a jOOQ context of its own, since the shared one is created only once the schema is current. */
    private Set<String> applied() {
        try {
            return DSL.using(database, SQLDialect.POSTGRES)
                    .select(coalesce(VERSION, SCRIPT), CHECKSUM)
                    .from(table(name("flyway_schema_history")))
                    .where(SUCCESS)
                    .fetchSet(migration -> migration.value1() + " " + migration.value2());
        } catch (DataAccessException e) {
            if (e.sqlState().equals(PSQLState.UNDEFINED_TABLE.getState())) {
                return Set.of();
            }
            throw e;
        }
    }

    /** Version and checksum of the program's migrations; searched once, since they do not change while it runs. */
    private Set<String> expected() {
        Set<String> versions = expected;
        if (versions == null) {
            versions = settings.database().migrations().stream()
                    .flatMap(Schema::files)
                    .map(file -> version(file) + " " + checksum(file))
                    .collect(Collectors.toUnmodifiableSet());
            expected = versions;
        }
        return versions;
    }

    /** @param location in Flyway's syntax, where {@code filesystem:} is Spring's {@code file:} */
    private static Stream<Resource> files(String location) {
        String pattern = location.replaceFirst("^filesystem:", "file:") + "/*.sql";
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of {@code V0001__db.sql} is 0001. */
    private static String version(Resource file) {
        return Objects.requireNonNull(file.getFilename())
                .replaceFirst("^V(.*?)__.*", "$1")
                .replace('_', '.');
    }

    /** As Flyway computes it: the CRC-32 of the lines without their ends. */
    private static int checksum(Resource file) {
        var sum = new CRC32();
        try {
            file.getContentAsString(UTF_8).lines().forEach(line -> sum.update(line.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) sum.getValue();
    }
}
