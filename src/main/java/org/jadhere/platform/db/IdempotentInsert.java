package org.jadhere.platform.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A row that brought its own name: put in a second time, it is found again and stays as it is.
 *
 * @param isNew whether this was the first time
 */
public record IdempotentInsert(long id, boolean isNew) {

    /** @param name goes into the column external_id; two at once wait for each other, and one of them is first */
    public static IdempotentInsert insert(DSLContext db, Table<Record> table, Map<Field<?>, ?> columns, String name) {
        Field<Long> id = Objects.requireNonNull(table.field("id", Long.class));
        Field<String> externalId = Objects.requireNonNull(table.field("external_id", String.class));
        Map<Field<?>, Object> row = new LinkedHashMap<>(columns);
        row.put(externalId, name);
        return db.insertInto(table)
                .set(row)
                .onConflict(externalId)
                .doNothing()
                .returningResult(id)
                .fetchOptional(id)
                .map(fresh -> new IdempotentInsert(fresh, true))
                .orElseGet(() -> new IdempotentInsert(
                        db.fetchSingle(table, externalId.eq(name)).get(id), false));
    }
}
