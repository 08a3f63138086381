package org.jadhere.office.history;

import java.util.Map;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** Displays names and values of columns as the history does, for other pages that show table rows. */
public final class ColumnText {

    private static final KnownNames NO_NAMES = new KnownNames(Map.of());

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
                        .map(TrackedColumn::valueType)
                        .orElse(ValueType.TEXT)
                        .format(value.toString(), NO_NAMES);
    }
}
