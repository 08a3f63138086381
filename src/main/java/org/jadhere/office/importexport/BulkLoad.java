package org.jadhere.office.importexport;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that is empty and about to take very many rows. Its plain indexes and foreign keys are laid aside, and made
 * again over all rows at once: half the time. Rules stay rules: unique and exclusion constraints, checks and triggers
 * are never touched, a foreign key that comes back looks at each row, and nobody sees the table before the commit.
 */
final class BulkLoad {

    private static final int MANY = 10_000;

    // Who does not own the table may not do this, and fills it the slow way.
    private static final String WORTHWHILE = """
            select pg_has_role(relowner, 'usage') and not exists (select from %1$s)
            from pg_class where oid = '%1$s'::regclass""";

    private static final String BURDENS = """
            select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index where indrelid = '%1$s'::regclass and not indisunique
              and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
            union all
            select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
                   format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid = '%1$s'::regclass and contype = 'f'""";

    private final SqlConnection sql;
    private final List<String> restoring = new ArrayList<>();

    BulkLoad(SqlConnection sql, CsvTable kind, long rows) {
        this.sql = sql;
        if (rows >= MANY) {
            sql.each(WORTHWHILE.formatted(kind.table), row -> {
                if (row.getBoolean(1)) {
                    layAside(kind);
                }
            });
        }
    }

    private void layAside(CsvTable kind) {
        var removing = new ArrayList<String>();
        sql.each(BURDENS.formatted(kind.table), row -> {
            removing.add(String.valueOf(row.getString(1)));
            restoring.add(String.valueOf(row.getString(2)));
        });
        removing.forEach(sql::run);
    }

    void restore() {
        restoring.forEach(sql::run);
    }
}
