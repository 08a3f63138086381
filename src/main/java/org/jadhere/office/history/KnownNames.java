package org.jadhere.office.history;

import java.util.Map;
import org.jadhere.office.history.HistoryEntry.Subject;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The names of the rows that entries mention, existing or deleted.
 */
record KnownNames(Map<Subject, NamedRow> rows) {

    /**
     * A row and its name.
     *
     * @param name empty if it has none
     * @param number the number of the member, or of the member of a service
     * @param holder the name of the member of a service
     * @param exists false if the row was deleted
     */
    record NamedRow(
            Subject subject,
            String name,
            @Nullable Integer number,
            @Nullable String holder,
            boolean exists) {}

    boolean exists(Subject subject) {
        var row = rows.get(subject);
        return row != null && row.exists();
    }

    /** Returns the name for a sentence: of a member with the number, of a service with the member. */
    String name(TrackedTable table, String id) {
        var row = id.matches("\\d{1,18}") ? rows.get(new Subject(table.tableName(), Long.parseLong(id))) : null;
        if (row == null) {
            return Texts.t("history.forgotten", id);
        }
        String name = row.name().isEmpty() ? Texts.t("service.unnamed", id) : row.name();
        if (row.number() == null) {
            return name;
        }
        String number = Texts.t("member.number", String.valueOf(row.number()));
        return row.holder() == null ? name + ", " + number : "%s (%s, %s)".formatted(name, row.holder(), number);
    }
}
