package org.jadhere.db;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the database is as old as the program: its last migration is the program's last one. */
@Component
public class Schema {

    private static final Field<String> VERSION = field(name("version"), String.class);
    private static final Field<Integer> RANK = field(name("installed_rank"), Integer.class);
    private static final Field<Boolean> SUCCESS = field(name("success"), Boolean.class);

    private final DSLContext db;
    private final Flyway flyway;
    private volatile @Nullable String programs;

    Schema(DSLContext db, Flyway flyway) {
        this.db = db;
        this.flyway = flyway;
    }

    /** Asks the database, with one short query. */
    public boolean isPrograms() {
        return programs().equals(databases());
    }

    private @Nullable String databases() {
        return db.select(VERSION)
                .from(table(name("flyway_schema_history")))
                .where(SUCCESS)
                .orderBy(RANK.desc())
                .limit(1)
                .fetchOne(VERSION);
    }

    /** Found among the program's files once: they do not change while it runs. */
    private String programs() {
        String known = programs;
        if (known == null) {
            known = Stream.of(flyway.info().all())
                    .filter(migration -> migration.getState().isResolved())
                    .map(MigrationInfo::getVersion)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .getVersion();
            programs = known;
        }
        return known;
    }
}
