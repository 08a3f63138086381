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
 * One field of a thing and what became of it, as people say it.
 *
 * @param before none where there was nothing, or where it is not to be told
 * @param after none where there is nothing any more
 * @param secret that it changed is all there is to tell
 */
public record Change(
        String label, @Nullable String before, @Nullable String after, boolean secret) {

    private static final Set<String> NOT_TOLD = Set.of("id", "external_id");

    /** Of a new or deleted thing what it held, else what is different; a validation is told by the sentence itself. */
    static List<Change> of(HistoryEntry entry, KnownNames known) {
        var kind = entry.subject().kind();
        var names = new TreeSet<>(Comparator.comparing((String name) ->
                        TrackedColumn.of(kind, name).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder()));
        names.addAll(entry.before().keySet());
        names.addAll(entry.after().keySet());
        boolean turned = entry.act() == HistoryEntry.Act.VALIDATE || entry.act() == HistoryEntry.Act.INVALIDATE;
        var changes = new ArrayList<Change>();
        for (String name : names) {
            String before = told(entry.before(), name, entry);
            String after = told(entry.after(), name, entry);
            if (!Objects.equals(before, after) && !(turned && name.equals("validated"))) {
                changes.add(of(TrackedColumn.of(kind, name), name, before, after, known));
            }
        }
        return List.copyOf(changes);
    }

    /** Empty text is nothing; and of a thing that is new or gone neither is what it is not, nor its technical names. */
    private static @Nullable String told(Map<String, @Nullable String> row, String name, HistoryEntry entry) {
        String value = row.get(name);
        boolean whole = entry.before().isEmpty() || entry.after().isEmpty();
        boolean silent = value == null
                || value.isBlank()
                || whole && (value.equals("false") || NOT_TOLD.contains(name) || name.equals("password"));
        return silent ? null : value;
    }

    private static Change of(
            Optional<TrackedColumn> column,
            String name,
            @Nullable String before,
            @Nullable String after,
            KnownNames known) {
        String label = column.map(found -> Texts.t(found.messageKey())).orElse(name);
        ValueType reading = column.map(TrackedColumn::reading).orElse(ValueType.TEXT);
        boolean secret = reading == ValueType.SECRET;
        return new Change(
                label,
                before == null || secret ? null : reading.say(before, known),
                secret ? reading.say("", known) : after == null ? null : reading.say(after, known),
                secret);
    }
}
