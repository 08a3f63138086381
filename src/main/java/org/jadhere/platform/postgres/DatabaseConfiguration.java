package org.jadhere.platform.postgres;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to the configured database: a server by URL, or the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails database(DatabaseSettings settings) throws IOException {
        var database = settings.database();
        return database.url() != null
                ? new External(database.url(), database.user(), database.password())
                : new Embedded(LocalPostgres.durable(settings.home().resolve("postgres")));
    }

    private record External(
            String getJdbcUrl,
            @Nullable String getUsername,
            @Nullable String getPassword) implements JdbcConnectionDetails {}

    /** Closed with the application context, after the connection pool, which depends on it. */
    private record Embedded(LocalPostgres server) implements JdbcConnectionDetails, AutoCloseable {

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

        @Override
        public String getUsername() {
            return server.user();
        }

        @Override
        public String getPassword() {
            try {
                return server.password();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
