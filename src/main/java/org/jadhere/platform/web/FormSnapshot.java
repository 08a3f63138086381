package org.jadhere.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of an object's fields at the time its form was opened. They are hidden fields of the form, so that a later
 * submit detects what other users changed in between (optimistic locking without server state). The write compares them
 * under its row lock.
 */
public record FormSnapshot(Map<String, String> fields) {

    public static final FormSnapshot EMPTY = new FormSnapshot(Map.of());

    private static final String PREFIX = "was.";

    public FormSnapshot {
        fields = Map.copyOf(fields);
    }

    static FormSnapshot from(Map<String, List<String>> parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), values.getFirst().replace("\r\n", "\n"));
            }
        });
        return new FormSnapshot(fields);
    }

    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The values by the name of their hidden field. */
    public Map<String, String> hiddenFields() {
        Map<String, String> hidden = new LinkedHashMap<>();
        fields.forEach((name, value) -> hidden.put(PREFIX + name, value));
        return hidden;
    }

    /** @throws EditConflictException if a field of this snapshot has another value in {@code current} */
    public void requireUnchanged(Map<String, String> current) {
        Map<String, String> changed = new LinkedHashMap<>();
        current.forEach((name, value) -> {
            if (fields.containsKey(name) && !value(name).equals(value)) {
                changed.put(name, value);
            }
        });
        if (!changed.isEmpty()) {
            throw new EditConflictException(changed, new FormSnapshot(current));
        }
    }
}
