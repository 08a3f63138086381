package org.jadhere.office.importexport;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.network.services.Rhythm;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Money;

/**
 * The format of a value in a file.
 *
 * @param type the PostgreSQL type of the staged value
 * @param exportSql the canonical form in SQL; {@code %s} is the column
 * @param reader returns the text to store, or throws {@link IllegalArgumentException} with the reason of a fault
 */
record ValueFormat(String type, String exportSql, UnaryOperator<String> reader) {

    private static final int MAX_ID = 200;

    static final ValueFormat ID = new ValueFormat("text", "%s", ValueFormat::id);
    static final ValueFormat DAY = new ValueFormat("date", "%s", IsoTimes::day);
    static final ValueFormat INSTANT = new ValueFormat("timestamptz", IsoTimes.EXPORT_SQL, IsoTimes::instant);
    static final ValueFormat MONEY = new ValueFormat(
            "numeric", "%s::numeric(10,2)", text -> Money.parse(text).toString());
    static final ValueFormat NUMBER = new ValueFormat("integer", "%s", ValueFormat::number);
    static final ValueFormat PREFIX = new ValueFormat(
            "cidr", ValueFormat.PREFIX_SQL, text -> IpPrefix.parse(text).toString());
    static final ValueFormat FLAG = new ValueFormat("boolean", "%s::text", ValueFormat.among("true", "false"));
    static final ValueFormat MONTHS = new ValueFormat(
            "smallint", "%s", ValueFormat.among(words(Rhythm.MONTHS.stream().sorted())));
    static final ValueFormat METHOD =
            oneOf(words(Stream.of(PaymentMethod.values()).map(PaymentMethod::word)));
    static final ValueFormat USERNAME = new ValueFormat("text", "%s", TextFormats::username);
    static final ValueFormat EMAIL = new ValueFormat("text", "nullif(%s, '')", TextFormats::email);
    static final ValueFormat EMAILS = new ValueFormat("text", "%s", TextFormats::emails);
    static final ValueFormat PERMISSIONS = new ValueFormat("text", "%s", TextFormats::permissions);
    static final ValueFormat PASSWORD = new ValueFormat("text", "%s", PasswordHashFormat::read);

    // PostgreSQL writes ::1:2 as ::0.1.0.2; RFC 5952, section 5, keeps that form for prefixes known to embed IPv4.
    private static final String PREFIX_SQL = """
            case when %1$s <<= '::/96' and host(%1$s) like '%%.%%' then
                     '::' || to_hex((%1$s::inet - '::'::inet) >> 16) || ':' || to_hex((%1$s::inet - '::'::inet) & 65535)
                     || case when masklen(%1$s) < 128 then '/' || masklen(%1$s) else '' end
                 when masklen(%1$s) = case family(%1$s) when 4 then 32 else 128 end then host(%1$s)
                 else text(%1$s) end""";

    static ValueFormat text(int maxLength) {
        return new ValueFormat("text", "nullif(%s, '')", text -> bounded(text, maxLength));
    }

    static ValueFormat oneOf(String... words) {
        return new ValueFormat("text", "%s", among(words));
    }

    String read(String text) {
        return reader.apply(text);
    }

    private static String[] words(Stream<?> values) {
        return values.map(String::valueOf).toArray(String[]::new);
    }

    private static UnaryOperator<String> among(String... words) {
        var known = Set.of(words);
        return text -> {
            if (known.contains(text)) {
                return text;
            }
            throw new IllegalArgumentException("not one of " + String.join(", ", words) + ": " + text);
        };
    }

    static String bounded(String text, int maxLength) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("holds the character NUL");
        }
        if (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength) {
            throw new IllegalArgumentException("longer than %d characters".formatted(maxLength));
        }
        return text;
    }

    private static String id(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("holds a control character: " + text);
        }
        return bounded(text, MAX_ID);
    }

    private static String number(String text) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE || Long.parseLong(text) == 0) {
            throw new IllegalArgumentException("not a positive whole number: " + text);
        }
        return text;
    }
}
