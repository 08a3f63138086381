package org.jadhere.network.services;

import java.util.List;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** How often something is given, as a form has it: every so many months, 0 for once. What the tables take. */
public final class Rhythm {

    /** The months between two payments that the tables accept; 0 is once. */
    public static final List<Long> MONTHS = List.of(1L, 2L, 3L, 6L, 12L, 0L);

    private Rhythm() {}

    /** None where none was chosen; any other number is an error. */
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
