package org.jadhere.network.dns;

import static java.util.stream.Collectors.toMap;
import static org.jadhere.platform.db.PgAddresses.holderNow;
import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.PUBLISHING;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.ZONE_SERIAL;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.publishing.Publications;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.PgAddresses;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@link ZoneData} from the database. */
@Component
class ZoneDataReader {

    private final DSLContext db;

    ZoneDataReader(DSLContext db) {
        this.db = db;
    }

    /** Removes names and delegations whose allocation has ended, which increases the serial. */
    @Transactional
    public void removeExpired() {
        PgAddresses.deleteNamesOfPastHolders(db);
    }

    /** Reads the serial and the data in one snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ZoneData read() {
        return new ZoneData(
                db.selectFrom(PUBLISHING).fetchSingle(Publications::toServers),
                db.select(ZONE_SERIAL.SERIAL).from(ZONE_SERIAL).fetchSingle().value1(),
                db.select(PREFIX.PREFIX_).from(PREFIX).fetch(PREFIX.PREFIX_),
                names(),
                delegations());
    }

    /** Checks the current holder again, so that a name of a former holder is never published. */
    private NavigableMap<IpPrefix, HostName> names() {
        return db
                .select(REVERSE_NAME.ADDRESS, REVERSE_NAME.NAME)
                .from(REVERSE_NAME)
                .where(holderNow(REVERSE_NAME.ADDRESS).isNotDistinctFrom(REVERSE_NAME.SERVICE_ID))
                .stream()
                .collect(toMap(
                        row -> row.value1(), row -> new HostName(row.value2()), (one, other) -> one, TreeMap::new));
    }

    private NavigableMap<IpPrefix, List<HostName>> delegations() {
        return db
                .select(DELEGATION.PREFIX, DELEGATION.SERVERS)
                .from(DELEGATION)
                .where(holderNow(DELEGATION.PREFIX).isNotDistinctFrom(DELEGATION.SERVICE_ID))
                .stream()
                .collect(toMap(
                        row -> row.value1(),
                        row -> Stream.of(row.value2()).map(HostName::new).toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
