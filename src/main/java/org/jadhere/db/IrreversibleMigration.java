package org.jadhere.db;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jadhere.db.Migrations.Pending;

/** What would be lost for good is lost only when somebody says so. */
public class IrreversibleMigration extends RuntimeException {

    IrreversibleMigration(List<Pending> losing) {
        super("cannot be undone: migration %s; take a backup, then run 'jadhere migrate --accept-irreversible'"
                .formatted(losing.stream().map(Pending::toString).collect(joining("; "))));
    }
}
