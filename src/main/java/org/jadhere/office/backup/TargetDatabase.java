package org.jadhere.office.backup;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jadhere.platform.cli.CommandException;

/** What a restoration finds in the database that it is to fill. */
final class TargetDatabase {

    /** Rows that the migrations write themselves; a change of one is in the history. */
    private static final Set<String> AT_BIRTH = Set.of("association", "publishing", "zone_serial");

    private static final int LOOKS = 20;

    private final TableContents contents;

    /**
     * @throws CommandException where other programs are connected, which would go on with what they have read before, and where
     *     its tables are not those of this program
     */
    TargetDatabase(TableContents contents) throws SQLException {
        this.contents = contents;
        demandAlone();
        demandOurs();
    }

    /** Who has just left is still listed for a moment: that is waited for. */
    private void demandAlone() throws SQLException {
        List<String> others = others();
        for (int look = 0; look < LOOKS && !others.isEmpty(); look++) {
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

    private void demandOurs() throws SQLException {
        boolean migrated = contents.number("select count(to_regclass('public.flyway_schema_history'))") == 1;
        if (!migrated && !contents.names().isEmpty()) {
            throw new CommandException("the database holds tables that are not Jadhere's: restore into one of its own");
        }
    }

    /** Rows that somebody has written. */
    long rows() throws SQLException {
        long rows = 0;
        for (String name : contents.names()) {
            if (!AT_BIRTH.contains(name)) {
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
