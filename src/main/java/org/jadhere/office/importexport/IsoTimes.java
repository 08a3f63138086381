package org.jadhere.office.importexport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Days and instants in ISO 8601. */
final class IsoTimes {

    /** Writes an instant in UTC to the second, with a fraction only if there is one. */
    static final String EXPORT_SQL = """
            to_char(%1$s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
            || rtrim(rtrim(to_char(%1$s at time zone 'UTC', '.US'), '0'), '.') || 'Z'""";

    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6}0*)?)(Z|\\+00:00)");

    private IsoTimes() {}

    /** Parses by hand, since a file has millions of days and LocalDate.parse takes longer than the rest of the row. */
    static String day(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (!shaped || year < 1 || month < 1 || month > 12 || day < 1 || day > 28 && !exists(year, month, day)) {
            throw new IllegalArgumentException("not a date like 2025-12-31: " + text);
        }
        return text;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Rejects fractions finer than microseconds, which PostgreSQL would round. */
    static String instant(String text) {
        var parts = INSTANT.matcher(text);
        try {
            if (parts.matches() && !text.startsWith("0000")) {
                return Instant.parse(parts.group(1) + "Z").toString();
            }
        } catch (DateTimeException e) {
            // reported below
        }
        throw new IllegalArgumentException("not an instant in UTC like 2025-12-31T23:00:00Z: " + text);
    }

    /** Compares two values returned by {@link #day}, or two returned by {@link #instant}. */
    static boolean isAfter(String later, String earlier) {
        return later.indexOf('T') > 0
                ? Instant.parse(later).isAfter(Instant.parse(earlier))
                : later.compareTo(earlier) > 0;
    }
}
