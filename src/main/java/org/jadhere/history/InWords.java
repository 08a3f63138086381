package org.jadhere.history;

import java.util.Map;
import org.jadhere.web.Texts;
import org.jspecify.annotations.Nullable;

/** Names and values of columns as the history tells them, for other pages that show rows of tables. */
public final class InWords {

    private static final Known NOTHING = new Known(Map.of());

    private InWords() {}

    public static String label(String column) {
        return Column.of(null, column).map(found -> Texts.t(found.messageKey())).orElse(column);
    }

    public static String value(String column, @Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? ""
                : Column.of(null, column)
                        .map(Column::reading)
                        .orElse(Reading.TEXT)
                        .say(value.toString(), NOTHING);
    }
}
