package org.jadhere.office.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jadhere.platform.cli.CommandException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Opens connections outside the pool, to the database of the instance and to others of its server. */
@Component
class DatabaseConnections {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^/?]+)(\\?.*)?");

    private final JdbcConnectionDetails main;

    DatabaseConnections(JdbcConnectionDetails main) {
        this.main = main;
    }

    Connection main() throws SQLException {
        return connect(main.getJdbcUrl());
    }

    /** Connects with the role of the instance, unless the URL names another one. */
    Connection connect(String url) throws SQLException {
        var properties = new Properties();
        if (main.getUsername() != null) {
            properties.setProperty("user", main.getUsername());
        }
        if (main.getPassword() != null) {
            properties.setProperty("password", main.getPassword());
        }
        properties.setProperty("ApplicationName", "jadhere backup");
        return DriverManager.getConnection(url, properties);
    }

    /** @throws CommandException if the database name cannot be replaced in the URL of the instance */
    String urlOf(String database) {
        var found = URL.matcher(main.getJdbcUrl());
        if (!found.matches()) {
            throw new CommandException("jadhere.database.url does not name its database: set jadhere.backup.scratch");
        }
        return found.group(1) + database + (found.group(3) == null ? "" : found.group(3));
    }
}
