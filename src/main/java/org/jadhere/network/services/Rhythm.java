package org.jadhere.network.services;

import java.util.List;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** The form field for how often a payment is due: every 1, 2, 3, 6 or 12 months, or 0 for once. */
public final class Rhythm {

    /** The months between two payments that the tables accept; 0 is once. */
    public static final List<Long> MONTHS = List.of(1L, 2L, 3L, 6L, 12L, 0L);

    private Rhythm() {}

    /** Returns null if the field is empty; rejects any other number of months. */
    public static @Nullable Short in(Form form) {
        Long typed = form.number("months");
        if (typed != null && !MONTHS.contains(typed)) {
            form.reject("months", "error.rhythm");
            return null;
        }
        return typed == null ? null : typed.shortValue();
    }

    public static List<Option> options() {
        return MONTHS.stream()
                .map(months -> Option.of("rhythm", String.valueOf(months)))
                .toList();
    }
}
