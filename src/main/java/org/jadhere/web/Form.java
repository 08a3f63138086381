package org.jadhere.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jadhere.db.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What was typed, kept as it was, and what is wrong with it, field by field: for the filters of a list as for a form.
 * A reader that cannot make sense of a value notes the error and answers with nothing.
 */
public final class Form {

    private static final String ONCE = "once";

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private Seen seen = Seen.NOTHING;

    /** PostgreSQL's text has no NUL, and neither has a form. */
    static Form of(HttpServletRequest request) {
        var form = new Form();
        request.getParameterMap()
                .forEach((name, given) -> form.values.put(
                        name,
                        List.of(given).stream()
                                .map(value -> value.replace("\0", ""))
                                .toList()));
        form.seen = Seen.in(form.values);
        return form;
    }

    /** A form about a thing as it is now, to be changed. */
    public static Form about(Map<String, String> now) {
        var form = new Form();
        now.forEach((name, value) -> form.values.put(name, List.of(value)));
        form.seen = new Seen(now);
        return form;
    }

    /** A form for something new, with what is usual filled in. */
    public static Form suggesting(Map<String, String> usual) {
        var form = about(usual);
        form.seen = Seen.NOTHING;
        return form;
    }

    /** As typed; empty where nothing was. */
    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Of several boxes under one name, those that were ticked. */
    public List<String> ticked(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The things as they were when the form was opened, for whom the database shall compare them with. */
    public Seen seen() {
        return seen;
    }

    /**
     * The name of what a form creates: it comes back with the form, so that a form sent twice creates one thing.
     * What is no UUID was made up, and is replaced.
     */
    public String once() {
        String given = value(ONCE);
        if (given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return given;
        }
        String fresh = UUID.randomUUID().toString();
        values.put(ONCE, List.of(fresh));
        return fresh;
    }

    /** Does the act, unless something is wrong already; what the act refuses is noted beside its field. */
    public boolean accepts(Runnable act) {
        if (hasErrors()) {
            return false;
        }
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            reject(refused.field(), refused.messageKey(), refused.arguments());
        } catch (Meanwhile changed) {
            changed.fields()
                    .forEach((name, now) -> reject(name, "error.meanwhile", quoted(seen.value(name)), quoted(now)));
            seen = changed.now();
        }
        return false;
    }

    /** Takes over a field of another form on the same page, with what is wrong about it. */
    public void take(Form other, String name) {
        values.put(name, List.of(other.value(name)));
        if (other.error(name) != null) {
            errors.put(name, Objects.requireNonNull(other.error(name)));
        }
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "–" : value;
    }

    /** 422 where something is wrong with what was typed. */
    public HttpStatus status() {
        return hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public Map<String, String> errors() {
        return new LinkedHashMap<>(errors);
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

    /** What must be given: nothing is an error. */
    public String required(String name) {
        return required(name, text(name), "");
    }

    /** The value that a reader found; without one, an error unless there is one already, and the stand-in. */
    public <T> T required(String name, @Nullable T value, T standIn) {
        if (value == null && !errors.containsKey(name)) {
            reject(name, "error.required");
        }
        return Objects.requireNonNullElse(value, standIn);
    }

    /** A text with a limit, as the database has it; nothing is an empty text. */
    public String text(String name, int limit) {
        String value = value(name).strip().replace("\r\n", "\n");
        if (value.codePointCount(0, value.length()) > limit) {
            reject(name, "error.too-long", limit);
        }
        return value;
    }

    public boolean isTicked(String name) {
        return !value(name).isEmpty();
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
