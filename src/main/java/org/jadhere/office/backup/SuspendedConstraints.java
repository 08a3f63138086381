package org.jadhere.office.backup;

import java.sql.SQLException;
import java.util.List;

/**
 * What watches over rows that come in: foreign keys and triggers. A backup was watched over when it was written, and its
 * history must not be told a second time: they are taken down while it is read, by the owner of the tables, and put up
 * as they were. PostgreSQL checks each foreign key then.
 */
final class SuspendedConstraints {

    private final TableContents contents;
    private final List<String> down;
    private final List<String> up;

    SuspendedConstraints(TableContents contents) throws SQLException {
        this.contents = contents;
        down = contents.list("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
                union all
                select distinct format('alter table %s disable trigger user', tgrelid::regclass)
                from pg_trigger join pg_class c on c.oid = tgrelid
                where not tgisinternal and c.relnamespace = 'public'::regnamespace""", row -> row.getString(1));
        up = contents.list("""
                select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
                union all
                select format('alter table %s enable %s trigger %I', tgrelid::regclass,
                              case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
                from pg_trigger join pg_class c on c.oid = tgrelid
                where not tgisinternal and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace""", row -> row.getString(1));
    }

    void takeDown() throws SQLException {
        for (String sql : down) {
            contents.run(sql);
        }
    }

    /** What was deferred is checked first: a table with something pending cannot be altered. */
    void putUp() throws SQLException {
        contents.run("set constraints all immediate");
        for (String sql : up) {
            contents.run(sql);
        }
    }
}
