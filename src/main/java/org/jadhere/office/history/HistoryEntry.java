package org.jadhere.office.history;

import static java.util.Objects.requireNonNullElse;
import static org.jadhere.platform.db.Tables.HISTORY;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.PersonName;
import org.jooq.JSON;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of the history: what became of one row of one table.
 *
 * @param before its columns and their values as they were; empty where it is new
 * @param after the same as they were from then on; empty where it is gone
 * @param actor the name as it was then
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

    /** Tells whether the reader may see the notes of the service; selected with the row. */
    static final String NOTES_SHOWN = "notes_shown";

    private static final JsonMapper JSON_IN = new JsonMapper();
    private static final String VALIDATED = "validated";

    /** What was done. */
    enum Act {
        INSERT,
        UPDATE,
        DELETE,
        VALIDATE,
        INVALIDATE
    }

    /** A row of a table, which may be gone. */
    record Subject(String table, long id) {

        @Nullable
        TrackedTable kind() {
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
            default -> turned(before.get(VALIDATED), after.get(VALIDATED));
        };
    }

    private static Act turned(@Nullable String before, @Nullable String after) {
        if (before == null || before.equals(after)) {
            return Act.UPDATE;
        }
        return Boolean.parseBoolean(after) ? Act.VALIDATE : Act.INVALIDATE;
    }

    /** A value as it was when the act began, which is what people knew the thing by; empty where there is none. */
    String then(String column) {
        return requireNonNullElse((before.isEmpty() ? after : before).get(column), "");
    }

    /** The name of a person, of a row that is one. */
    String person() {
        return PersonName.of(then("first_name"), then("last_name"), then("username"));
    }

    /** Whether both were done to the same kind of thing in one go. */
    boolean goesWith(HistoryEntry other) {
        return at.equals(other.at)
                && actor.equals(other.actor)
                && subject.table().equals(other.subject.table())
                && act == other.act;
    }
}
