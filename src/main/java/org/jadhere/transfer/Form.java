package org.jadhere.transfer;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jadhere.db.IpPrefix;
import org.jadhere.db.Money;

/**
 * How one kind of value is written in a file. Reading answers what PostgreSQL is to be told, or throws
 * {@link IllegalArgumentException} whose message tells the reader of the file what is wrong.
 *
 * @param type PostgreSQL's, while staged
 * @param written SQL that writes a column canonically; {@code %s} is the column
 */
record Form(String type, String written, UnaryOperator<String> reading) {

    private static final int LONGEST_ID = 200;

    static final Form ID = new Form("text", "%s", Form::id);
    static final Form DAY = new Form("date", "%s", Times::day);
    static final Form INSTANT = new Form("timestamptz", Times.WRITTEN, Times::instant);
    static final Form MONEY =
            new Form("numeric", "%s::numeric(10,2)", text -> Money.parse(text).toString());
    static final Form NUMBER = new Form("integer", "%s", Form::number);
    static final Form PREFIX =
            new Form("cidr", Form.PREFIX_WRITTEN, text -> IpPrefix.parse(text).toString());
    static final Form FLAG = new Form("boolean", "%s::text", Form.among("true", "false"));
    static final Form MONTHS = new Form("smallint", "%s", Form.among("0", "1", "2", "3", "6", "12"));
    static final Form METHOD = oneOf("transfer", "standing_order", "direct_debit", "cheque", "cash", "free", "unpaid");
    static final Form USERNAME = new Form("text", "%s", Words::username);
    static final Form EMAIL = new Form("text", "nullif(%s, '')", Words::email);
    static final Form EMAILS = new Form("text", "%s", Words::emails);
    static final Form PERMISSIONS = new Form("text", "%s", Words::permissions);
    static final Form PASSWORD = new Form("text", "%s", PasswordForm::read);

    // PostgreSQL writes ::1:2 as ::0.1.0.2, which RFC 5952 leaves to prefixes known to hold IPv4.
    private static final String PREFIX_WRITTEN = """
            case when %1$s <<= '::/96' and host(%1$s) like '%%.%%' then
                     '::' || to_hex((%1$s::inet - '::'::inet) >> 16) || ':' || to_hex((%1$s::inet - '::'::inet) & 65535)
                     || case when masklen(%1$s) < 128 then '/' || masklen(%1$s) else '' end
                 when masklen(%1$s) = case family(%1$s) when 4 then 32 else 128 end then host(%1$s)
                 else text(%1$s) end""";

    static Form text(int longest) {
        return new Form("text", "nullif(%s, '')", text -> bounded(text, longest));
    }

    static Form oneOf(String... words) {
        return new Form("text", "%s", among(words));
    }

    String read(String text) {
        return reading.apply(text);
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

    static String bounded(String text, int longest) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("holds the character NUL");
        }
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException("longer than %d characters".formatted(longest));
        }
        return text;
    }

    private static String id(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("holds a control character: " + text);
        }
        return bounded(text, LONGEST_ID);
    }

    private static String number(String text) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE || Long.parseLong(text) == 0) {
            throw new IllegalArgumentException("not a positive whole number: " + text);
        }
        return text;
    }
}
