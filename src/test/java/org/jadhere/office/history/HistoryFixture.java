package org.jadhere.office.history;

import static org.jadhere.platform.db.Tables.HISTORY;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;

/** A database, and the lines of history that a statement adds. */
abstract class HistoryFixture {

    @AutoClose
    final Connection connection = TestDatabase.fresh().connect();

    final DSLContext db = DSL.using(connection);
    final Given given = new Given(db);

    HistoryFixture() throws SQLException {}

    /** The lines of history that the statement adds. */
    List<Record> historyOf(String sql) {
        long before = last();
        db.execute(sql);
        return List.copyOf(db.selectFrom(HISTORY)
                .where(HISTORY.ID.gt(before))
                .orderBy(HISTORY.ID)
                .fetch());
    }

    long last() {
        return db.fetchSingle("select coalesce(max(id), 0) from history").get(0, Long.class);
    }
}
