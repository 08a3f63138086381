package org.jadhere.support;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.db.Tables;
import org.jooq.Table;

/** The generated tables, by their names in the database. */
public final class GeneratedTables {

    private GeneratedTables() {}

    /** The names of a table's columns, in the table's order. */
    public static List<String> columnsOf(String table) {
        return Stream.of(Tables.class.getFields())
                .map(GeneratedTables::table)
                .filter(generated -> generated.getName().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such table: " + table))
                .fieldStream()
                .map(org.jooq.Field::getName)
                .toList();
    }

    private static Table<?> table(Field constant) {
        try {
            return (Table<?>) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
