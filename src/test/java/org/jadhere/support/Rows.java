package org.jadhere.support;

import static java.util.Objects.requireNonNull;
import static org.jadhere.platform.db.Pg.setLocally;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of {@link Given}. */
final class Rows {

    private Rows() {}

    /** The defaults, with the columns of {@code but} instead where both name one. Returns the id. */
    static long insert(DSLContext db, Table<Record> table, Given.With<?>[] but, Given.With<?>... defaults) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        Stream.of(defaults, but).flatMap(Stream::of).forEach(value -> row.put(value.field(), value.value()));
        boolean validated = row.containsValue(true) && table.field("validated") != null;
        return validated ? db.transactionResult(it -> insertAsBank(it.dsl(), table, row)) : insert(db, table, row);
    }

    /** The database accepts a validated row only from the bank crew or from a command. */
    private static long insertAsBank(DSLContext db, Table<Record> table, Map<Field<?>, @Nullable Object> row) {
        db.select(setLocally("jadhere.bank_act", "on"), setLocally("jadhere.door", "command"))
                .fetch();
        long id = insert(db, table, row);
        db.select(setLocally("jadhere.bank_act", null), setLocally("jadhere.door", null))
                .fetch();
        return id;
    }

    private static long insert(DSLContext db, Table<Record> table, Map<Field<?>, @Nullable Object> row) {
        var id = requireNonNull(table.field("id", Long.class));
        return requireNonNull(db.insertInto(table).set(row).returning(id).fetchSingle(id));
    }
}
