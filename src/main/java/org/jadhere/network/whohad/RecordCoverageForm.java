package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.InstantField;
import org.jspecify.annotations.Nullable;

/** The forms of {@link RecordCoverage}. */
final class RecordCoverageForm {

    private static final int MAX_MONTHS = 1200;

    private RecordCoverageForm() {}

    /** Returns null for an empty field, which means no limit. */
    static @Nullable Short months(Form form) {
        Long typed = form.number("months");
        if (typed != null && (typed < 1 || typed > MAX_MONTHS)) {
            form.reject("months", "error.between", 1, MAX_MONTHS);
            return null;
        }
        return typed == null ? null : typed.shortValue();
    }

    static Map<String, String> fields(Optional<Short> months) {
        return Map.of("months", months.map(String::valueOf).orElse(""));
    }

    static Optional<RecordCoverage.Gap> gap(Form form) {
        IpPrefix prefix = form.requiredPrefix("prefix");
        Instant from = InstantField.in(form, "from");
        Instant until = form.required("until").isEmpty() ? null : InstantField.in(form, "until");
        String cause = form.required("cause", 2000);
        return prefix == null || until == null || form.hasErrors()
                ? Optional.empty()
                : Optional.of(new RecordCoverage.Gap(0, prefix, from, until, cause));
    }
}
