package org.jadhere.platform.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the database.
 *
 * @param home the instance's folder; the embedded PostgreSQL is in {@code postgres/} below it
 */
@ConfigurationProperties("jadhere")
public record DatabaseSettings(Path home, @DefaultValue Database database) {

    /** The name of the setting {@link Database#standby}, which enables a standby. */
    public static final String STANDBY = "jadhere.database.standby";

    /** The name of the setting {@link Database#asIs}, which commands set themselves. */
    public static final String AS_IS = "jadhere.database.as-is";

    /**
     * @param url {@code jdbc:postgresql://…}; null for the embedded server
     * @param migrate whether the program migrates the schema when it starts; always true for the embedded server
     * @param asIs whether to start with a schema that is older or newer than the program, without migrating it
     * @param migrations the locations of the migrations, in Flyway's syntax
     * @param standby {@code jdbc:postgresql://…} of a standby for lists; null for none
     * @param standbyLag the maximum lag of data that is read from the standby
     */
    public record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("false") boolean migrate,
            @DefaultValue("false") boolean asIs,
            @DefaultValue("classpath:db/migration") List<String> migrations,
            @Nullable String standby,
            @DefaultValue("30s") Duration standbyLag) {}
}
