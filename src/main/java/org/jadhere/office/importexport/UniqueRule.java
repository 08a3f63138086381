package org.jadhere.office.importexport;

import java.util.List;

/**
 * A value that must be unique in a table.
 *
 * @param column the column that a fault names
 * @param staged the value in SQL over {@code s}
 * @param stored the value in SQL over {@code t}; empty if another check compares with stored rows
 */
record UniqueRule(String column, String staged, String stored) {

    static List<UniqueRule> of(CsvTable table) {
        return switch (table) {
            case CREWS, SERVICE_TYPES -> List.of(new UniqueRule("name", "s.name", "t.name"));
            case USERS -> List.of(new UniqueRule("username", "lower(s.username)", "lower(t.username)"));
            case MEMBERS ->
                List.of(
                        new UniqueRule("number", "s.number", "t.number"),
                        new UniqueRule("holder_id", "(s.holder, s.holder_id)", ""));
            default -> List.of();
        };
    }
}
