package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.network.services.Service;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The reverse names and delegations that were declared for the addresses of a service. */
@Component
public class ServiceNames {

    private final DSLContext db;

    ServiceNames(DSLContext db) {
        this.db = db;
    }

    /** Names first, then delegated prefixes, each in the order of addresses. For users who manage the service. */
    public List<String> of(Service service) {
        var names = db.select(REVERSE_NAME.NAME)
                .from(REVERSE_NAME)
                .where(REVERSE_NAME.SERVICE_ID.eq(service.id()))
                .orderBy(REVERSE_NAME.ADDRESS)
                .fetch(REVERSE_NAME.NAME);
        var delegated = db.select(DELEGATION.PREFIX)
                .from(DELEGATION)
                .where(DELEGATION.SERVICE_ID.eq(service.id()))
                .orderBy(DELEGATION.PREFIX)
                .fetch(row -> row.value1().toString());
        return Stream.concat(names.stream(), delegated.stream()).toList();
    }
}
