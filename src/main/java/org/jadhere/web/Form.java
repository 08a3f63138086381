package org.jadhere.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jadhere.db.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, kept as it was, and what is wrong with it, field by field: for the filters of a list as for a form.
 * A reader that cannot make sense of a value notes the error and answers with nothing.
 */
public final class Form {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();

    /** Of several values under one name the first counts. PostgreSQL's text has no NUL, and neither has a form. */
    static Form of(HttpServletRequest request) {
        var form = new Form();
        request.getParameterMap().forEach((name, given) -> form.values.put(name, given[0].replace("\0", "")));
        return form;
    }

    /** As if these values had been typed. */
    public static Form of(Map<String, String> values) {
        var form = new Form();
        form.values.putAll(values);
        return form;
    }

    /** As typed; empty where nothing was. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Says, next to the field, what is wrong and what to do. */
    public void reject(String name, String messageKey, Object... arguments) {
        errors.put(name, Texts.t(messageKey, arguments));
    }

    public @Nullable String text(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    public @Nullable Boolean flag(String name) {
        return switch (value(name)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    public @Nullable LocalDate date(String name) {
        return read(name, LocalDate::parse, "error.date");
    }

    public @Nullable Money money(String name) {
        return read(name, typed -> Money.parse(typed.replace(',', '.')), "error.money");
    }

    public @Nullable Long number(String name) {
        return read(name, Long::valueOf, "error.number");
    }

    /** A constant of an enum, by its name in lower case with hyphens; an unknown one is as good as none. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String wanted = value(name).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        return null;
    }

    private <T> @Nullable T read(String name, Function<String, T> reader, String messageKey) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            return reader.apply(typed);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            reject(name, messageKey, typed);
            return null;
        }
    }
}
