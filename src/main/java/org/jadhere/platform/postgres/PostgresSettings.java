package org.jadhere.platform.postgres;

import java.util.List;
import java.util.stream.Stream;

/** The settings of the embedded server, as {@code name=value}. */
final class PostgresSettings {

    private static final List<String> DURABLE = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "max_connections=250",
            "shared_buffers=128MB",
            "max_wal_size=2GB", // a large import is one transaction: fewer checkpoints rewrite fewer pages
            "checkpoint_timeout=15min",
            "wal_compression=on",
            // No values of users in the log, and one file for each day of the week: server-Mon.log, beside the data.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "logging_collector=on",
            "log_directory=..",
            "log_filename=server-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_size=0");
    private static final List<String> NOT_DURABLE = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=256MB", // old segments are kept up to this size
            "autovacuum=off", // a test that needs statistics runs analyze itself
            "scram_iterations=1", // the password is random and lives as long as the run
            "max_connections=300");

    private PostgresSettings() {}

    /** @param durable whether a crash of the machine loses no committed transaction; only tests do without */
    static List<String> of(boolean durable) {
        return durable
                ? DURABLE
                : Stream.concat(DURABLE.stream(), NOT_DURABLE.stream()).toList();
    }
}
