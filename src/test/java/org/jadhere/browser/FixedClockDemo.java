package org.jadhere.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.Application;
import org.jadhere.Jadhere;
import org.jadhere.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine;

/**
 * The demonstration with a fixed clock, so that its pictures are the same on any day. The program gets another clock bean;
 * timestamps that the database has set are overwritten afterwards.
 */
final class FixedClockDemo extends Jadhere implements AutoCloseable {

    private static final Instant MOMENT = Instant.parse("2026-03-17T09:30:00Z");

    private static final String DATED = """
            select format('alter table %1$I disable trigger user; update %1$I set %2$I = %3$L where %2$I >= %4$L; '
                              || 'alter table %1$I enable trigger user', table_name, column_name, ?, ?)
                       || case when column_default like '%now()%'
                               then format('; alter table %I alter %I set default %L', table_name, column_name, ?) else '' end
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'timestamp with time zone'
              and is_generated = 'NEVER'""";

    /** The database dates and seals questions in a trigger; this one runs after it and repeats both. */
    private static final String QUESTIONS = """
            create function fixed_question_time() returns trigger language plpgsql as $$
            begin
                new.at := '%s';
                new.seal := address_question_seal(new);
                return new;
            end $$;
            create trigger z_asked_then before insert on address_question for each row execute function fixed_question_time()""".formatted(MOMENT);

    private final TestDatabase database = TestDatabase.fresh();
    private final Path home;
    private @Nullable ConfigurableApplicationContext application;

    FixedClockDemo() throws IOException, SQLException {
        home = Files.createTempDirectory(Path.of("target"), "pictures-");
        var start = Instant.now();
        int status = new CommandLine(this)
                .execute(
                        "demo",
                        "--home=" + home,
                        "--port=0",
                        "--set=jadhere.database.url=" + database.url(),
                        "--set=jadhere.jobs=false");
        if (status != 0) {
            throw new IllegalStateException("the demonstration does not start");
        }
        overwriteTimestamps(start);
    }

    @Override
    public ConfigurableApplicationContext serve(Map<String, Object> settings) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        application = new SpringApplicationBuilder(Application.class)
                .logStartupInfo(false)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "fixedClock",
                                Clock.class,
                                () -> Clock.fixed(MOMENT, ZoneId.of("Europe/Paris")),
                                definition -> definition.setPrimary(true)))
                .run(arguments);
        return application;
    }

    /** Disables triggers, because they forbid changes of the history. */
    private void overwriteTimestamps(Instant start) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(QUESTIONS);
            for (String change : changes(connection, start)) {
                statement.execute(change);
            }
        }
    }

    private static List<String> changes(Connection connection, Instant start) throws SQLException {
        try (var query = connection.prepareStatement(DATED)) {
            query.setString(1, MOMENT.toString());
            query.setString(2, start.toString());
            query.setString(3, MOMENT.toString());
            var rows = Stream.<String>builder();
            var answer = query.executeQuery();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows.build().toList();
        }
    }

    String url() {
        return "http://localhost:"
                + requireNonNull(application).getEnvironment().getProperty("local.server.port");
    }

    Map<String, String> passwords() throws IOException {
        try (var lines = Files.lines(home.resolve("password.txt"))) {
            return lines.map(line -> line.split(" +")).collect(Collectors.toMap(words -> words[0], words -> words[1]));
        }
    }

    @Override
    public void close() {
        requireNonNull(application).close();
    }
}
