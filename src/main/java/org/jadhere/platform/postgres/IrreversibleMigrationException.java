package org.jadhere.platform.postgres;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jadhere.platform.postgres.Migrations.Pending;

/** What would be lost for good is lost only when somebody says so. */
public class IrreversibleMigrationException extends RuntimeException {

    IrreversibleMigrationException(List<Pending> losing) {
        super("cannot be undone: migration %s; take a backup, then run 'jadhere migrate --accept-irreversible'"
                .formatted(losing.stream().map(Pending::toString).collect(joining("; "))));
    }
}
