package org.jadhere.network.addresses;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The form of a prefix. */
final class PrefixForm {

    private static final int MAX_REST_DAYS = 3650;

    private PrefixForm() {}

    /** Returns empty if the form has errors. */
    static Optional<Prefix> in(Form form, @Nullable Prefix known) {
        IpPrefix range = known == null ? form.requiredPrefix("prefix") : known.range();
        String description = form.text("description", 2000);
        Integer part = range == null ? null : number(form, "part", range.length(), range.bits());
        Integer warn = number(form, "warn", 1, 100);
        Integer rest = number(form, "rest", 0, MAX_REST_DAYS);
        if (range == null || form.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Prefix(
                known == null ? 0 : known.id(),
                range,
                description,
                Objects.requireNonNullElse(form.choice("use", Prefix.Use.class), Prefix.Use.POOL),
                part,
                form.isTicked("sparse"),
                form.isTicked("edges"),
                warn,
                Objects.requireNonNullElse(rest, 0)));
    }

    private static @Nullable Integer number(Form form, String name, int min, int max) {
        Long typed = form.number(name);
        if (typed != null && (typed < min || typed > max)) {
            form.reject(name, "error.between", min, max);
            return null;
        }
        return typed == null ? null : Math.toIntExact(typed);
    }

    static Map<String, String> fields(Prefix prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("description", prefix.description());
        fields.put("use", prefix.use().word());
        fields.put("part", Objects.toString(prefix.partLength(), ""));
        fields.put("sparse", prefix.sparse() ? "yes" : "");
        fields.put("edges", prefix.keepsEdges() ? "yes" : "");
        fields.put("rest", prefix.restDays() == 0 ? "" : String.valueOf(prefix.restDays()));
        fields.put("warn", Objects.toString(prefix.warnPercent(), ""));
        return fields;
    }
}
