package org.jadhere.office.backup;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code jadhere.backup.*}.
 *
 * @param folder null for {@code backups} in the folder of the instance
 * @param recipient the public key for encryption; null for no encryption
 * @param keep see {@link RetentionPolicy}
 * @param scratch the JDBC URL of a database for verification; null to create and drop one
 */
@ConfigurationProperties("jadhere.backup")
record BackupSettings(
        @Nullable Path folder,
        @Nullable String recipient,
        @DefaultValue("14d 8w 12m") String keep,
        @Nullable String scratch) {

    Path folderIn(Path home) {
        return Objects.requireNonNullElse(folder, home.resolve("backups")).toAbsolutePath();
    }
}
