package org.jadhere.office.history;

import java.util.Map;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** Names and values of columns as the history tells them, for other pages that show rows of tables. */
public final class ColumnText {

    private static final KnownNames NOTHING = new KnownNames(Map.of());

    private ColumnText() {}

    public static String label(String column) {
        return TrackedColumn.of(null, column)
                .map(found -> Texts.t(found.messageKey()))
                .orElse(column);
    }

    public static String value(String column, @Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? ""
                : TrackedColumn.of(null, column)
                        .map(TrackedColumn::reading)
                        .orElse(ValueType.TEXT)
                        .say(value.toString(), NOTHING);
    }
}
