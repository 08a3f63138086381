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
 * Imports a router's table in one transaction and compares all sightings with the allocations. Only the last sighting
 * of each address and kind is kept; the routers are never changed.
 */
@Component
class SightingImport {

    private final DSLContext db;
    private final DataSource dataSource;
    private final Clock clock;

    SightingImport(DSLContext db, DataSource dataSource, Clock clock) {
        this.db = db;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Options of an import.
     *
     * @param name of the file
     * @param at the time of lines without one; null for now
     * @param silentDays after how many days without a sighting an allocation is silent
     */
    record Options(String name, @Nullable Instant at, int silentDays) {}

    /** @throws org.jadhere.platform.cli.CommandException naming the first faulty line; then nothing is changed */
    @Transactional
    SightingImportReport run(InputStream file, Options options) {
        Instant now = clock.instant();
        var staging = new SightingStaging(db);
        var table = new RouterCsv(options.name(), new SightingParser(options.at() == null ? now : options.at(), now));
        int lines = copy(staging, table, file);
        var report = new SightingImportReport(lines, staging.classify());
        staging.merge();
        recordImport(report, options.silentDays());
        updateFindings(options.silentDays(), now);
        return report;
    }

    private int copy(SightingStaging staging, RouterCsv table, InputStream file) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (Writer rows = staging.writer(connection)) {
            return table.read(file, sighting -> SightingStaging.write(rows, sighting));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot copy the lines to the database: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void recordImport(SightingImportReport report, int silentDays) {
        var author = Author.current();
        db.insertInto(SIGHTING_FILE)
                .set(SIGHTING_FILE.ACTOR, author.map(Author::name).orElse(""))
                .set(
                        SIGHTING_FILE.DOOR,
                        author.map(Author::door)
                                .map(door -> door.name().toLowerCase(Locale.ROOT))
                                .orElse("sql"))
                .set(SIGHTING_FILE.LINES, report.lines())
                .set(SIGHTING_FILE.PASSED_OVER, report.skippedLines())
                .set(SIGHTING_FILE.SILENT_DAYS, (short) silentDays)
                .execute();
    }

    private void updateFindings(int silentDays, Instant now) {
        db.select(function(name("find_sightings"), Object.class, val(silentDays), val(now)))
                .fetch();
    }
}
