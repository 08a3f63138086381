package org.jadhere.office.history;

import static java.util.Objects.requireNonNullElse;
import static org.jadhere.platform.db.Tables.HISTORY;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.PersonName;
import org.jadhere.platform.db.Word;
import org.jooq.JSON;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of the history: a change of one row of one table.
 *
 * @param before the values by column before the change; empty for an insert
 * @param after the values by column after the change; empty for a delete
 * @param actor the name of the actor at that time
 */
public record HistoryEntry(
        long id,
        Instant at,
        Subject subject,
        Act act,
        Map<String, @Nullable String> before,
        Map<String, @Nullable String> after,
        @Nullable Long actorId,
        String actor,
        String door,
        @Nullable String reason) {

    /** A selected field: whether the actor may see the notes of the service. */
    static final String NOTES_SHOWN = "notes_shown";

    private static final JsonMapper JSON_IN = new JsonMapper();
    private static final String VALIDATED = "validated";

    enum Act implements Word {
        INSERT,
        UPDATE,
        DELETE,
        VALIDATE,
        INVALIDATE
    }

    /** A row of a table, which may have been deleted. */
    record Subject(String table, long id) {

        @Nullable
        TrackedTable trackedTable() {
            return TrackedTable.of(table);
        }
    }

    static HistoryEntry of(Record row) {
        boolean notesShown = row.get(NOTES_SHOWN, Boolean.class);
        var before = image(row.get(HISTORY.BEFORE), notesShown);
        var after = image(row.get(HISTORY.AFTER), notesShown);
        return new HistoryEntry(
                row.get(HISTORY.ID),
                row.get(HISTORY.AT),
                new Subject(row.get(HISTORY.TABLE_NAME), row.get(HISTORY.ROW_ID)),
                act(row.get(HISTORY.ACTION), before, after),
                before,
                after,
                row.get(HISTORY.ACTOR_ID),
                row.get(HISTORY.ACTOR),
                row.get(HISTORY.DOOR),
                row.get(HISTORY.REASON));
    }

    private static Map<String, @Nullable String> image(@Nullable JSON json, boolean notesShown) {
        Map<String, @Nullable String> image = new LinkedHashMap<>();
        if (json != null) {
            JSON_IN.readTree(json.data())
                    .forEachEntry((column, value) -> image.put(
                            column, value.isNull() ? null : value.isValueNode() ? value.asString() : value.toString()));
        }
        if (!notesShown) {
            image.remove("notes");
        }
        return Collections.unmodifiableMap(image);
    }

    private static Act act(String action, Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        return switch (action) {
            case "insert" -> Act.INSERT;
            case "delete" -> Act.DELETE;
            default -> updateOrValidation(before.get(VALIDATED), after.get(VALIDATED));
        };
    }

    private static Act updateOrValidation(@Nullable String before, @Nullable String after) {
        if (before == null || before.equals(after)) {
            return Act.UPDATE;
        }
        return Boolean.parseBoolean(after) ? Act.VALIDATE : Act.INVALIDATE;
    }

    /** Returns a value before the change, or after an insert, as users knew it then; empty for none. */
    String value(String column) {
        return requireNonNullElse((before.isEmpty() ? after : before).get(column), "");
    }

    /** Returns the name of a person; the row must be one of app_user. */
    String personName() {
        return PersonName.of(value("first_name"), value("last_name"), value("username"));
    }

    /** Returns whether both entries are the same act on rows of the same table, in one transaction. */
    boolean isGroupedWith(HistoryEntry other) {
        return at.equals(other.at)
                && actor.equals(other.actor)
                && subject.table().equals(other.subject.table())
                && act == other.act;
    }
}
