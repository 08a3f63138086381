package org.jadhere.support;

import static org.jooq.impl.DSL.using;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jadhere.Jadhere;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.springframework.context.ConfigurableApplicationContext;

/** The program as in production: a web server on a port, with its own database. */
public final class LiveServer implements AutoCloseable {

    private static final class Shared {
        private static final LiveServer SERVER = start(TestDatabase.lasting());
    }

    private final TestDatabase database;
    private final ConfigurableApplicationContext application;

    private LiveServer(TestDatabase database, ConfigurableApplicationContext application) {
        this.database = database;
        this.application = application;
    }

    /** One server for all tests that need no settings. Its rows stay, so that each test uses unique names. */
    public static LiveServer shared() {
        return Shared.SERVER;
    }

    public static LiveServer start(TestDatabase database) {
        return start(database, Map.of());
    }

    public static LiveServer start(TestDatabase database, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("jadhere.database.url", database.url());
        settings.put("server.port", 0);
        return new LiveServer(database, new Jadhere().serve(settings));
    }

    public String url() {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public Given given() {
        return new Given(db());
    }

    public DSLContext db() {
        try {
            return using(database.connect(), SQLDialect.POSTGRES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
