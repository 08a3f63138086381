package org.jadhere.network.sightings;

import static org.jadhere.platform.db.Tables.SIGHTING_FILE;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.jadhere.platform.audit.Author;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a router's table in, all of it or nothing, and compares what is known of the network with the allocations.
 * Nothing is kept but the last time of each address; the network is never written to.
 */
@Component
class SightingImport {

    private final DSLContext db;
    private final DataSource database;
    private final Clock clock;

    SightingImport(DSLContext db, DataSource database, Clock clock) {
        this.db = db;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What to make of a table.
     *
     * @param name of the file
     * @param at when it was seen, where a line does not say; none for now
     * @param silentDays after how many days without a sign an allocation is silent
     */
    record Order(String name, @Nullable Instant at, int silentDays) {}

    /** @throws org.jadhere.platform.cli.CommandException naming the first line that is wrong; then nothing has changed */
    @Transactional
    SightingImportReport take(InputStream file, Order order) {
        Instant now = clock.instant();
        var stage = new SightingStaging(db);
        var table = new RouterCsv(order.name(), new SightingParser(order.at() == null ? now : order.at(), now));
        int lines = copy(stage, table, file);
        var heard = new SightingImportReport(lines, stage.sort());
        stage.merge();
        note(heard, order.silentDays());
        compare(order.silentDays(), now);
        return heard;
    }

    private int copy(SightingStaging stage, RouterCsv table, InputStream file) {
        var connection = DataSourceUtils.getConnection(database);
        try (Writer rows = stage.writer(connection)) {
            return table.read(file, sighting -> SightingStaging.write(rows, sighting));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the database does not take the lines: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private void note(SightingImportReport heard, int silentDays) {
        var author = Author.current();
        db.insertInto(SIGHTING_FILE)
                .set(SIGHTING_FILE.ACTOR, author.map(Author::name).orElse(""))
                .set(
                        SIGHTING_FILE.DOOR,
                        author.map(Author::door)
                                .map(door -> door.name().toLowerCase(Locale.ROOT))
                                .orElse("sql"))
                .set(SIGHTING_FILE.LINES, heard.lines())
                .set(SIGHTING_FILE.PASSED_OVER, heard.passedOverInAll())
                .set(SIGHTING_FILE.SILENT_DAYS, (short) silentDays)
                .execute();
    }

    private void compare(int silentDays, Instant now) {
        db.select(function(name("find_sightings"), Object.class, val(silentDays), val(now)))
                .fetch();
    }
}
