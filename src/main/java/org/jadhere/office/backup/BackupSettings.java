package org.jadhere.office.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups go and which of them stay.
 *
 * @param folder none for {@code backups} in the instance's folder
 * @param recipient whose key alone opens them; none leaves them plain
 * @param keep see {@link RetentionPolicy}
 * @param scratch the JDBC URL of a database in which backups are tried; none for one that is made and dropped
 */
@ConfigurationProperties("jadhere.backup")
record BackupSettings(
        @Nullable Path folder,
        @Nullable String recipient,
        @DefaultValue("14d 8w 12m") String keep,
        @Nullable String scratch) {}
