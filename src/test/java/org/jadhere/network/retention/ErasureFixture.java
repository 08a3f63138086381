package org.jadhere.network.retention;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** A service whose allocations ended at given times. */
abstract class ErasureFixture {

    static final String YEAR_AGO = "months_before(clock_timestamp(), 12)";
    static final String ERASE = "select erase_allocations(" + YEAR_AGO + ", %d)";

    static final String RECORD =
            "insert into erasure (actor, door, xact, kept_since) values ('x', 'x', 0, " + YEAR_AGO + ");";

    final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    final CloseableDSLContext db = database.open();

    final Given given = new Given(db);
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    final Instant yearAgo =
            now.atZone(ZoneId.of("Europe/Paris")).minusMonths(12).toInstant();

    long service;

    @BeforeEach
    void aService() {
        service = given.service(given.serviceType("VPN"));
    }

    void keepTwelveMonths() {
        db.execute("insert into retention (kept_data, kept_months) values ('allocations', 12)");
    }

    long ended(String address, Instant until) {
        return given.allocation(
                service,
                address,
                with(IP_ALLOCATION.HELD_FROM, until.minus(9, ChronoUnit.DAYS)),
                with(IP_ALLOCATION.HELD_UNTIL, until));
    }

    int erase(DSLContext db, int atMost) {
        return db.fetchSingle(ERASE.formatted(atMost)).get(0, Integer.class);
    }

    String inOneTransaction(String... statements) {
        return refusedBy(() -> db.transaction(transaction -> {
            for (String statement : statements) {
                transaction.dsl().execute(statement);
            }
        }));
    }
}
