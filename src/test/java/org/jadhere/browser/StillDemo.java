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
 * A demonstration in which it is always the same moment, so that its pictures are the same on any day. It is the program
 * with another clock; what the database dated by its own is set to that moment afterwards. No setting does so.
 */
final class StillDemo extends Jadhere implements AutoCloseable {

    private static final Instant MOMENT = Instant.parse("2026-03-17T09:30:00Z");

    private static final String DATED = """
            select format('alter table %1$I disable trigger user; update %1$I set %2$I = %3$L where %2$I >= %4$L; '
                              || 'alter table %1$I enable trigger user', table_name, column_name, ?, ?)
                       || case when column_default like '%now()%'
                               then format('; alter table %I alter %I set default %L', table_name, column_name, ?) else '' end
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'timestamp with time zone'
              and is_generated = 'NEVER'""";

    /** Questions are dated, and sealed, by the database: here once more, after that. */
    private static final String QUESTIONS = """
            create function asked_then() returns trigger language plpgsql as $$
            begin
                new.at := '%s';
                new.seal := address_question_seal(new);
                return new;
            end $$;
            create trigger z_asked_then before insert on address_question for each row execute function asked_then()""".formatted(MOMENT);

    private final TestDatabase database = TestDatabase.fresh();
    private final Path home;
    private @Nullable ConfigurableApplicationContext application;

    StillDemo() throws IOException, SQLException {
        home = Files.createTempDirectory(Path.of("target"), "pictures-");
        var begun = Instant.now();
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
        stopTheClockOfTheDatabase(begun);
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
                                "stoppedClock",
                                Clock.class,
                                () -> Clock.fixed(MOMENT, ZoneId.of("Europe/Paris")),
                                definition -> definition.setPrimary(true)))
                .run(arguments);
        return application;
    }

    /** Without triggers: the history is not to be rewritten, and here it is. */
    private void stopTheClockOfTheDatabase(Instant begun) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(QUESTIONS);
            for (String change : changes(connection, begun)) {
                statement.execute(change);
            }
        }
    }

    private static List<String> changes(Connection connection, Instant begun) throws SQLException {
        try (var query = connection.prepareStatement(DATED)) {
            query.setString(1, MOMENT.toString());
            query.setString(2, begun.toString());
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
