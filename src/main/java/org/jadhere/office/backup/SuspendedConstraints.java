package org.jadhere.office.backup;

import java.sql.SQLException;
import java.util.List;

/**
 * Drops foreign keys and disables triggers while a backup is loaded, and restores them as they were. The rows were
 * checked when they were first written, and triggers would record their history a second time. PostgreSQL checks each
 * restored foreign key. The role must own the tables.
 */
final class SuspendedConstraints {

    private final TableContents contents;
    private final List<String> suspending;
    private final List<String> restoring;

    SuspendedConstraints(TableContents contents) throws SQLException {
        this.contents = contents;
        suspending = contents.list("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
                union all
                select distinct format('alter table %s disable trigger user', tgrelid::regclass)
                from pg_trigger join pg_class c on c.oid = tgrelid
                where not tgisinternal and c.relnamespace = 'public'::regnamespace""", row -> row.getString(1));
        restoring = contents.list("""
                select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
                union all
                select format('alter table %s enable %s trigger %I', tgrelid::regclass,
                              case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
                from pg_trigger join pg_class c on c.oid = tgrelid
                where not tgisinternal and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace""", row -> row.getString(1));
    }

    void suspend() throws SQLException {
        for (String sql : suspending) {
            contents.run(sql);
        }
    }

    /** Checks deferred constraints first, since a table with pending checks cannot be altered. */
    void restore() throws SQLException {
        contents.run("set constraints all immediate");
        for (String sql : restoring) {
            contents.run(sql);
        }
    }
}
