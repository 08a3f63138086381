package org.jadhere.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, kept as it was, and what is wrong with it, field by field.
 * A reader that cannot make sense of a value notes the error and answers with nothing.
 */
public abstract class FormFields {

    // PostgreSQL's [[:space:]] knows the spaces of Unicode, Java's \s only those of ASCII.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Z}\\p{Cc}]+@[^@\\s\\p{Z}\\p{Cc}]+");

    // 1,234.50: with a point after them, commas part thousands.
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{1,2}");

    final Map<String, List<String>> values = new HashMap<>();
    final Map<String, String> errors = new HashMap<>();

    FormFields() {}

    /** As typed; empty where nothing was. */
    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Of several boxes under one name, those that were ticked. */
    public List<String> ticked(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean isTicked(String name) {
        return !value(name).isEmpty();
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

    /** A text with a limit, as the database has it; nothing is an empty text. */
    public String text(String name, int limit) {
        String value = value(name).strip().replace("\r\n", "\n");
        if (value.codePointCount(0, value.length()) > limit) {
            reject(name, "error.too-long", limit);
        }
        return value;
    }

    /** What must be given: nothing is an error. */
    public String required(String name) {
        return required(name, text(name), "");
    }

    /** The same with a limit. */
    public String required(String name, int limit) {
        required(name);
        return text(name, limit);
    }

    /** The value that a reader found; without one, an error unless there is one already, and the stand-in. */
    public <T> T required(String name, @Nullable T value, T standIn) {
        if (value == null && !errors.containsKey(name)) {
            reject(name, "error.required");
        }
        return Objects.requireNonNullElse(value, standIn);
    }

    /** An e-mail address, which must be given. */
    public String email(String name) {
        String typed = required(name).strip();
        if (!typed.isEmpty() && !isEmail(typed)) {
            reject(name, "error.email", typed);
        }
        return typed;
    }

    /** As the database has it (user_email_form): something, an @, something; no spaces of any kind. */
    public static boolean isEmail(String typed) {
        return EMAIL.matcher(typed).matches() && typed.length() <= 320;
    }

    public @Nullable Boolean flag(String name) {
        return switch (value(name)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    /** Days of four-digit years: the database knows more, but nobody joins in the year 99999. */
    public @Nullable LocalDate date(String name) {
        return read(
                name,
                typed -> {
                    LocalDate day = LocalDate.parse(typed);
                    if (day.getYear() < 1000 || day.getYear() > 9998) {
                        throw new IllegalArgumentException("not a day of ours: " + typed);
                    }
                    return day;
                },
                "error.date");
    }

    /** From a first to a last day, both included; a last day before the first is an error. */
    public Period period(String first, String last) {
        LocalDate start = date(first);
        LocalDate end = date(last);
        if (start != null && end != null && end.isBefore(start)) {
            reject(last, "error.ends-before-start");
            end = null;
        }
        return Period.ofDays(start, end);
    }

    /** As people write it in French and in English: 28, 28,50, 1 234,50 €, €1,234.50. */
    public @Nullable Money money(String name) {
        return read(name, typed -> Money.parse(plainAmount(typed)), "error.money");
    }

    private static String plainAmount(String typed) {
        String figures = typed.replaceAll("[\\h€]", "");
        return THOUSANDS.matcher(figures).matches() ? figures.replace(",", "") : figures.replace(',', '.');
    }

    public @Nullable Long number(String name) {
        return read(name, Long::valueOf, "error.number");
    }

    /** An address or a prefix, in any spelling. */
    public @Nullable IpPrefix address(String name) {
        return read(name, IpPrefix::parse, "error.address");
    }

    /** A prefix, which must be given. */
    public @Nullable IpPrefix requiredPrefix(String name) {
        return required(name).isEmpty() ? null : read(name, IpPrefix::parse, "error.prefix");
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
