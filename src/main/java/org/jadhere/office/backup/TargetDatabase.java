package org.jadhere.office.backup;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jadhere.platform.cli.CommandException;

/** The database that a restoration replaces. */
final class TargetDatabase {

    /** Tables whose rows are written by migrations; changes of those rows are in the history. */
    private static final Set<String> FILLED_BY_MIGRATIONS = Set.of("association", "publishing", "zone_serial");

    private static final int ATTEMPTS = 20;

    private final TableContents contents;

    /**
     * @throws CommandException if other programs are connected, which would go on with data that they have read before,
     *     or if the tables are not those of this program
     */
    TargetDatabase(TableContents contents) throws SQLException {
        this.contents = contents;
        requireNoOtherSessions();
        requireOwnTables();
    }

    /** Waits up to two seconds, since sessions that have ended are still listed for a moment. */
    private void requireNoOtherSessions() throws SQLException {
        List<String> others = others();
        for (int attempt = 0; attempt < ATTEMPTS && !others.isEmpty(); attempt++) {
            contents.number("select count(*) from pg_sleep(0.1), pg_stat_clear_snapshot()");
            others = others();
        }
        if (!others.isEmpty()) {
            throw new CommandException(
                    "other programs use the database, stop them first: " + String.join(", ", others));
        }
    }

    private List<String> others() throws SQLException {
        return contents.list("""
                select format('%s (process %s)', coalesce(nullif(application_name, ''), 'unnamed'), pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null
                and coalesce(backend_type, 'client backend') = 'client backend' order by backend_start""", row -> row.getString(1));
    }

    private void requireOwnTables() throws SQLException {
        boolean migrated = contents.number("select count(to_regclass('public.flyway_schema_history'))") == 1;
        if (!migrated && !contents.names().isEmpty()) {
            throw new CommandException(
                    "the database contains tables that are not Jadhere's: restore into a separate database");
        }
    }

    /** Returns the number of rows, without those that migrations write. */
    long rows() throws SQLException {
        long rows = 0;
        for (String name : contents.names()) {
            if (!FILLED_BY_MIGRATIONS.contains(name)) {
                rows += contents.number("select count(*) from " + TableContents.quoted(name)
                        + (name.equals("history") ? " where door <> 'sql'" : ""));
            }
        }
        return rows;
    }

    String lastChange() throws SQLException {
        return contents.names().contains("history")
                ? contents.list("select coalesce(max(at)::text, 'never') from history", row -> row.getString(1))
                        .getFirst()
                : "never";
    }
}
