package org.jadhere.platform.cli;

import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.currentUser;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Schema;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the PostgreSQL server of the instance. */
@Component
class PostgresCheck implements DeployCheck {

    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final Field<Long> ROLE = field(name("oid"), Long.class);

    private final DSLContext db;
    private final DatabaseSettings settings;
    private final Schema schema;
    private final Clock clock;

    PostgresCheck(DSLContext db, DatabaseSettings settings, Schema schema, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.schema = schema;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "database";
    }

    @Override
    public List<CheckFinding> findings() {
        return facts().findings();
    }

    PostgresFacts facts() {
        return new PostgresFacts(
                Integer.parseInt(setting("server_version_num")),
                isLocal(),
                isEncrypted(),
                Objects.requireNonNullElse(settings.database().url(), "").contains("sslmode=verify-full"),
                Boolean.TRUE.equals(db.fetchValue(select(field(name("rolsuper"), Boolean.class))
                        .from(table(name("pg_roles")))
                        .where(field(name("rolname"), String.class).eq(currentUser())))),
                otherDatabases(),
                DURABLE.stream().filter(name -> setting(name).equals("off")).toList(),
                setting("data_checksums").equals("on"),
                Duration.between(clock.instant(), Objects.requireNonNull(db.fetchValue(currentInstant()))),
                schema.isCurrent());
    }

    private String setting(String name) {
        return Objects.requireNonNull(db.fetchValue(function(name("current_setting"), String.class, val(name))));
    }

    /** A Unix socket has no client address; a connection within one machine has the same address at both ends. */
    private boolean isLocal() {
        String client = address("inet_client_addr");
        return client == null
                || client.equals(address("inet_server_addr"))
                || Stream.of("127.", "::1").anyMatch(client::startsWith);
    }

    private @Nullable String address(String function) {
        return db.fetchValue(function(name("host"), String.class, function(name(function), Object.class)));
    }

    private boolean isEncrypted() {
        return Boolean.TRUE.equals(db.fetchValue(select(field(name("ssl"), Boolean.class))
                .from(table(name("pg_stat_ssl")))
                .where(field(name("pid"), Integer.class).eq(function(name("pg_backend_pid"), Integer.class)))));
    }

    private int otherDatabases() {
        return db.fetchCount(select(field(name("datname"), String.class))
                .from(table(name("pg_database")))
                .where(field(name("datdba"), Long.class)
                        .eq(select(ROLE)
                                .from(table(name("pg_roles")))
                                .where(field(name("rolname"), String.class).eq(currentUser()))))
                .and(field(name("datname"), String.class).ne(function(name("current_database"), String.class))));
    }
}
