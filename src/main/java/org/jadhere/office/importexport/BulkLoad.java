package org.jadhere.office.importexport;

import java.util.ArrayList;
import java.util.List;

/**
 * Drops the plain indexes and foreign keys of an empty table before many rows are inserted, and creates them again
 * afterwards, which halves the time. No rule is weakened: unique and exclusion constraints, checks and triggers stay,
 * a restored foreign key checks every row, and other sessions do not see the table before the commit.
 */
final class BulkLoad {

    private static final int MIN_ROWS = 10_000;

    // Only the owner of the table may drop its indexes; other roles insert with the indexes in place. So do tables
    // whose new rows are checked at the end of the transaction: PostgreSQL changes no table with pending checks.
    private static final String IS_OWNED_AND_EMPTY = """
            select pg_has_role(relowner, 'usage') and not exists (select from %1$s)
                   and not exists (select from pg_trigger where tgrelid = '%1$s'::regclass and tgdeferrable and not tgisinternal and tgtype & 4 > 0)
            from pg_class where oid = '%1$s'::regclass""";

    private static final String DROP_AND_CREATE = """
            select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index where indrelid = '%1$s'::regclass and not indisunique
              and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
            union all
            select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
                   format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid = '%1$s'::regclass and contype = 'f'""";

    private final SqlConnection sql;
    private final List<String> creates = new ArrayList<>();

    BulkLoad(SqlConnection sql, CsvTable table, long rows) {
        this.sql = sql;
        // The foreign key of memberships refers to members, which are checked only once their periods are there.
        if (rows >= MIN_ROWS && table != CsvTable.MEMBERSHIPS) {
            sql.each(IS_OWNED_AND_EMPTY.formatted(table.sqlName()), row -> {
                if (row.getBoolean(1)) {
                    dropIndexes(table);
                }
            });
        }
    }

    private void dropIndexes(CsvTable table) {
        var drops = new ArrayList<String>();
        sql.each(DROP_AND_CREATE.formatted(table.sqlName()), row -> {
            drops.add(String.valueOf(row.getString(1)));
            creates.add(String.valueOf(row.getString(2)));
        });
        drops.forEach(sql::run);
    }

    void restore() {
        creates.forEach(sql::run);
    }
}
