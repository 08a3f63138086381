package org.jadhere.platform.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form field for an instant, in any format of {@link ParsedInstant}. If the local time occurred twice, a second field
 * ({@code NAME-offset}) selects the offset from UTC.
 */
public final class InstantField {

    private static final String OFFSET = "-offset";

    private InstantField() {}

    /** The instant; null for a blank field, or for a text that is rejected. */
    public static @Nullable Instant in(Form form, String field) {
        String typed = form.text(field);
        if (typed == null) {
            return null;
        }
        return switch (ParsedInstant.parse(typed)) {
            case ParsedInstant.Valid valid -> valid.instant();
            case ParsedInstant.Ambiguous ambiguous -> selected(form, field, ambiguous);
            case ParsedInstant.Skipped _ -> rejected(form, field, "moment.never");
            case ParsedInstant.Invalid _ -> rejected(form, field, "moment.unreadable");
        };
    }

    private static @Nullable Instant selected(Form form, String field, ParsedInstant.Ambiguous ambiguous) {
        var offsets = ambiguous.offsets();
        for (ZoneOffset offset : offsets) {
            if (offset.getId().equals(form.value(field + OFFSET))) {
                return ambiguous.at(offset);
            }
        }
        form.reject(field, "moment.twice", offsets.getFirst(), offsets.getLast());
        return null;
    }

    private static @Nullable Instant rejected(Form form, String field, String messageKey) {
        form.reject(field, messageKey, form.value(field));
        return null;
    }

    /** The offsets to choose from if the typed local time occurred twice; else none. */
    public static List<Option> offsets(Form form, String field) {
        return ParsedInstant.parse(form.value(field)) instanceof ParsedInstant.Ambiguous ambiguous
                ? ambiguous.offsets().stream()
                        .map(offset -> new Option(offset.getId(), label(ambiguous, offset)))
                        .toList()
                : List.of();
    }

    private static String label(ParsedInstant.Ambiguous ambiguous, ZoneOffset offset) {
        return Texts.t("moment.offset", offset.getId(), ambiguous.at(offset).toString());
    }
}
