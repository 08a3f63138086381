package org.jadhere.platform.db;

import static org.jooq.impl.DSL.selectOne;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The result of an insert with an idempotency key: inserted a second time, the existing row is found and not changed.
 *
 * @param isNew whether this call inserted the row
 */
public record IdempotentInsert(long id, boolean isNew) {

    /**
     * @param key the value of the column external_id; of two concurrent inserts, the second waits for the first. A key
     *     that another user has used already is replaced: clients choose it
     */
    public static IdempotentInsert insert(DSLContext db, Table<Record> table, Map<Field<?>, ?> columns, String key) {
        Field<Long> id = Objects.requireNonNull(table.field("id", Long.class));
        Field<String> externalId = Objects.requireNonNull(table.field("external_id", String.class));
        Map<Field<?>, Object> row = new LinkedHashMap<>(columns);
        row.put(externalId, key);
        return db.insertInto(table)
                .set(row)
                .onConflict(externalId)
                .doNothing()
                .returningResult(id)
                .fetchOptional(id)
                .map(inserted -> new IdempotentInsert(inserted, true))
                .orElseGet(() -> existing(
                        db,
                        table,
                        columns,
                        db.fetchSingle(table, externalId.eq(key)).get(id)));
    }

    private static IdempotentInsert existing(
            DSLContext db, Table<Record> table, Map<Field<?>, ?> columns, long existing) {
        return db.fetchExists(selectOne().where(Pg.createdByAnother(table, existing)))
                ? insert(db, table, columns, UUID.randomUUID().toString())
                : new IdempotentInsert(existing, false);
    }
}
