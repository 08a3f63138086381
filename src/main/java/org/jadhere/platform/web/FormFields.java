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
 * The values of a form as they were typed, and an error message for each field that is invalid. A method that parses a
 * value rejects the field and returns null where it cannot.
 */
public abstract class FormFields {

    // PostgreSQL's [[:space:]] matches the spaces of Unicode, Java's \s only those of ASCII.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Z}\\p{Cc}]+@[^@\\s\\p{Z}\\p{Cc}]+");

    // 1,234.50: commas before a decimal point separate thousands.
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{1,2}");

    final Map<String, List<String>> values = new HashMap<>();
    final Map<String, String> errors = new HashMap<>();

    FormFields() {}

    /** The value as typed; empty for a field that was not sent. */
    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** The values of the ticked checkboxes that share a name. */
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

    /** Sets the error message of a field, which says what is wrong and what to do. */
    public void reject(String name, String messageKey, Object... arguments) {
        errors.put(name, Texts.t(messageKey, arguments));
    }

    /** The stripped value; null if it is blank. */
    public @Nullable String text(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** The stripped value, possibly empty; more code points than the database's limit are an error. */
    public String text(String name, int limit) {
        String value = value(name).strip().replace("\r\n", "\n");
        if (value.codePointCount(0, value.length()) > limit) {
            reject(name, "error.too-long", limit);
        }
        return value;
    }

    /** The stripped value; a blank one is an error. */
    public String required(String name) {
        return required(name, text(name), "");
    }

    /** A password, exactly as typed: spaces at its ends are part of it. An empty one is an error. */
    public String password(String name) {
        String typed = value(name);
        return required(name, typed.isEmpty() ? null : typed, "");
    }

    /** A non-blank value of at most {@code limit} code points. */
    public String required(String name, int limit) {
        required(name);
        return text(name, limit);
    }

    /** Returns the parsed value; for null, rejects the field, unless it has an error already, and returns the fallback. */
    public <T> T required(String name, @Nullable T value, T fallback) {
        if (value == null && !errors.containsKey(name)) {
            reject(name, "error.required");
        }
        return Objects.requireNonNullElse(value, fallback);
    }

    /** A required e-mail address. */
    public String email(String name) {
        String typed = required(name).strip();
        if (!typed.isEmpty() && !isEmail(typed)) {
            reject(name, "error.email", typed);
        }
        return typed;
    }

    /** As the constraint user_email_form: text, an @, text, without spaces of any kind. */
    public static boolean isEmail(String typed) {
        return EMAIL.matcher(typed).matches() && typed.length() <= 320;
    }

    /** {@code yes} is true, {@code no} is false, anything else is null. */
    public @Nullable Boolean flag(String name) {
        return switch (value(name)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    /** An ISO date with a four-digit year; the database would accept later years, which are typing errors. */
    public @Nullable LocalDate date(String name) {
        return parse(
                name,
                typed -> {
                    LocalDate day = LocalDate.parse(typed);
                    if (day.getYear() < 1000 || day.getYear() > 9998) {
                        throw new IllegalArgumentException("year out of range: " + typed);
                    }
                    return day;
                },
                "error.date");
    }

    /** The period between a first and a last day, both included; a last day before the first is an error. */
    public Period period(String first, String last) {
        LocalDate start = date(first);
        LocalDate end = date(last);
        if (start != null && end != null && end.isBefore(start)) {
            reject(last, "error.ends-before-start");
            end = null;
        }
        return Period.ofDays(start, end);
    }

    /** An amount as written in French or English: 28, 28,50, 1 234,50 €, €1,234.50. */
    public @Nullable Money money(String name) {
        return parse(name, typed -> Money.parse(plainAmount(typed)), "error.money");
    }

    private static String plainAmount(String typed) {
        String figures = typed.replaceAll("[\\h€]", "");
        return THOUSANDS.matcher(figures).matches() ? figures.replace(",", "") : figures.replace(',', '.');
    }

    public @Nullable Long number(String name) {
        return parse(name, Long::valueOf, "error.number");
    }

    /** An IP address or prefix, in any spelling. */
    public @Nullable IpPrefix address(String name) {
        return parse(name, IpPrefix::parse, "error.address");
    }

    /** A required IP prefix. */
    public @Nullable IpPrefix requiredPrefix(String name) {
        return required(name).isEmpty() ? null : parse(name, IpPrefix::parse, "error.prefix");
    }

    /** The constant of an enum whose name is the value in lower case, with hyphens or underscores; null if there is none. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String wanted = value(name).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        return null;
    }

    private <T> @Nullable T parse(String name, Function<String, T> parser, String messageKey) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            return parser.apply(typed);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            reject(name, messageKey, typed);
            return null;
        }
    }
}
