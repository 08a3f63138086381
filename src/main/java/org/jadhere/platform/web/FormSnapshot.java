package org.jadhere.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a thing as they were when somebody opened its form. They travel in the form, so that whoever sends it
 * later is told what others changed meanwhile; what is compared stands under a lock of the act.
 */
public record FormSnapshot(Map<String, String> fields) {

    public static final FormSnapshot EMPTY = new FormSnapshot(Map.of());

    private static final String PREFIX = "was.";

    public FormSnapshot {
        fields = Map.copyOf(fields);
    }

    static FormSnapshot from(Map<String, List<String>> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), values.getFirst().replace("\r\n", "\n"));
            }
        });
        return new FormSnapshot(fields);
    }

    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Under which names the fields travel. */
    public Map<String, String> hiddenFields() {
        Map<String, String> hidden = new LinkedHashMap<>();
        fields.forEach((name, value) -> hidden.put(PREFIX + name, value));
        return hidden;
    }

    /** Refuses with {@link EditConflictException} where a field that was seen has another value now. */
    public void requireUnchanged(Map<String, String> now) {
        Map<String, String> changed = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            if (fields.containsKey(name) && !value(name).equals(value)) {
                changed.put(name, value);
            }
        });
        if (!changed.isEmpty()) {
            throw new EditConflictException(changed, new FormSnapshot(now));
        }
    }
}
