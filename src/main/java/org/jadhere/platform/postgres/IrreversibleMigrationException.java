package org.jadhere.platform.postgres;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jadhere.platform.postgres.Migrations.Pending;

/** A pending migration loses data that cannot be restored, and the user has not accepted that. */
class IrreversibleMigrationException extends RuntimeException {

    IrreversibleMigrationException(List<Pending> irreversible) {
        super("cannot be undone: migration %s; take a backup, then run 'jadhere migrate --accept-irreversible'"
                .formatted(irreversible.stream().map(Pending::toString).collect(joining("; "))));
    }
}
