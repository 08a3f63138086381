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

/** What zones are made of, read at one moment. */
@Component
class ZoneDataReader {

    private final DSLContext db;

    ZoneDataReader(DSLContext db) {
        this.db = db;
    }

    /** Names whose holder's allocation has ended by itself go, so that the serial tells of it. */
    @Transactional
    public void forgetPastHolders() {
        PgAddresses.deleteNamesOfPastHolders(db);
    }

    /** The serial and all that it counts are of the same moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ZoneData now() {
        return new ZoneData(
                db.selectFrom(PUBLISHING).fetchSingle(Publications::toServers),
                db.select(ZONE_SERIAL.SERIAL).from(ZONE_SERIAL).fetchSingle().value1(),
                db.select(PREFIX.PREFIX_).from(PREFIX).fetch(PREFIX.PREFIX_),
                names(),
                delegations());
    }

    /** Of who holds the address now, once more: a name of somebody else's is never given out. */
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
