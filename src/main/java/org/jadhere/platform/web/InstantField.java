package org.jadhere.platform.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field for an instant, in any of the forms that {@link InstantParser} reads. Where the clocks showed the hour twice, a second
 * field, named after the first, says which one is meant.
 */
public final class InstantField {

    private static final String OFFSET = "-offset";

    private InstantField() {}

    /** None where nothing was typed, or nothing that is clear, which the form says then. */
    public static @Nullable Instant in(Form form, String field) {
        String typed = form.text(field);
        if (typed == null) {
            return null;
        }
        return switch (InstantParser.read(typed)) {
            case InstantParser.Known known -> known.instant();
            case InstantParser.Twice twice -> chosen(form, field, twice);
            case InstantParser.Never _ -> rejected(form, field, "moment.never");
            case InstantParser.Unreadable _ -> rejected(form, field, "moment.unreadable");
        };
    }

    private static @Nullable Instant chosen(Form form, String field, InstantParser.Twice twice) {
        for (ZoneOffset offset : twice.offsets()) {
            if (offset.getId().equals(form.value(field + OFFSET))) {
                return twice.at(offset);
            }
        }
        form.reject(
                field,
                "moment.twice",
                twice.offsets().getFirst(),
                twice.offsets().getLast());
        return null;
    }

    private static @Nullable Instant rejected(Form form, String field, String messageKey) {
        form.reject(field, messageKey, form.value(field));
        return null;
    }

    /** Which hour is meant, where the clocks showed it twice; nothing to choose otherwise. */
    public static List<Option> offsets(Form form, String field) {
        return InstantParser.read(form.value(field)) instanceof InstantParser.Twice twice
                ? twice.offsets().stream()
                        .map(offset -> new Option(offset.getId(), label(twice, offset)))
                        .toList()
                : List.of();
    }

    private static String label(InstantParser.Twice twice, ZoneOffset offset) {
        return Texts.t("moment.offset", offset.getId(), twice.at(offset).toString());
    }
}
