package org.jadhere.platform.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is.
 *
 * @param home the instance's folder; its embedded PostgreSQL lives in {@code postgres/} below it
 * @param database a PostgreSQL server of the association's own, instead of the embedded one
 */
@ConfigurationProperties("jadhere")
public record DatabaseSettings(Path home, @DefaultValue Database database) {

    /** The setting without which there is no standby. */
    public static final String STANDBY = "jadhere.database.standby";

    /** The setting of {@link Database#asIs}, which commands give themselves. */
    public static final String AS_IS = "jadhere.database.as-is";

    /**
     * @param url {@code jdbc:postgresql://…}; none for the embedded server
     * @param migrate whether the program may bring the schema up to date when it starts; always so for the embedded one
     * @param asIs whether the schema is left as it is found, older or newer than the program
     * @param migrations where the migrations are, in Flyway's words
     * @param standby {@code jdbc:postgresql://…} of a copy that lists may be read from; none by default
     * @param standbyLag how old, at most, what is read there may be
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
