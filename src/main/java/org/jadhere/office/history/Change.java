package org.jadhere.office.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A changed field, as displayed.
 *
 * @param before the old value; null if there was none or it is secret
 * @param after the new value; null if there is none
 * @param secret whether only the fact of the change is shown
 */
public record Change(
        String label, @Nullable String before, @Nullable String after, boolean secret) {

    private static final Set<String> HIDDEN = Set.of("id", "external_id");

    /** Returns all fields of an added or deleted row, else the changed ones; the sentence reports a validation. */
    static List<Change> of(HistoryEntry entry, KnownNames known) {
        var table = entry.subject().trackedTable();
        var names = new TreeSet<>(Comparator.comparing((String name) ->
                        TrackedColumn.of(table, name).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder()));
        names.addAll(entry.before().keySet());
        names.addAll(entry.after().keySet());
        boolean isValidation = entry.act() == HistoryEntry.Act.VALIDATE || entry.act() == HistoryEntry.Act.INVALIDATE;
        var changes = new ArrayList<Change>();
        for (String name : names) {
            String before = shownValue(entry.before(), name, entry);
            String after = shownValue(entry.after(), name, entry);
            if (!Objects.equals(before, after) && !(isValidation && name.equals("validated"))) {
                changes.add(of(TrackedColumn.of(table, name), name, before, after, known));
            }
        }
        return List.copyOf(changes);
    }

    /** Omits empty values; in added and deleted rows also flags that are false, ids and passwords. */
    private static @Nullable String shownValue(Map<String, @Nullable String> row, String name, HistoryEntry entry) {
        String value = row.get(name);
        boolean isWholeRow = entry.before().isEmpty() || entry.after().isEmpty();
        boolean hidden = value == null
                || value.isBlank()
                || isWholeRow && (value.equals("false") || HIDDEN.contains(name) || name.equals("password"));
        return hidden ? null : value;
    }

    private static Change of(
            Optional<TrackedColumn> column,
            String name,
            @Nullable String before,
            @Nullable String after,
            KnownNames known) {
        String label = column.map(found -> Texts.t(found.messageKey())).orElse(name);
        ValueType valueType = column.map(TrackedColumn::valueType).orElse(ValueType.TEXT);
        boolean secret = valueType == ValueType.SECRET;
        return new Change(
                label,
                before == null || secret ? null : valueType.format(before, known),
                secret ? valueType.format("", known) : after == null ? null : valueType.format(after, known),
                secret);
    }
}
