package org.jadhere.office.importexport;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and addresses of people, and lists of words with spaces between them. */
final class TextFormats {

    private static final int LONGEST_EMAIL = 320;
    private static final int MOST_OTHER_EMAILS = 99;
    private static final Pattern USERNAME = Pattern.compile("[^\\p{Cc}\\p{IsWhite_Space}]{1,150}");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\p{Cc}\\p{IsWhite_Space}]+@[^@\\p{Cc}\\p{IsWhite_Space}]+");
    private static final Set<String> PERMISSIONS =
            Set.of("payment.add", "payment.change", "payment.delete", "payment.validate", "address.trace");

    private TextFormats() {}

    static String username(String text) {
        if (!USERNAME.matcher(text).matches()) {
            throw new IllegalArgumentException("not a login, 1 to 150 characters without spaces: " + text);
        }
        return text;
    }

    static String email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException("not an e-mail address: " + text);
        }
        return ValueFormat.bounded(text, LONGEST_EMAIL);
    }

    static String emails(String text) {
        String[] emails = split(text);
        for (String email : emails) {
            email(email);
        }
        if (emails.length > MOST_OTHER_EMAILS) {
            throw new IllegalArgumentException("more than %d addresses".formatted(MOST_OTHER_EMAILS));
        }
        return once(emails);
    }

    static String permissions(String text) {
        String[] permissions = split(text);
        for (String permission : permissions) {
            if (!PERMISSIONS.contains(permission)) {
                throw new IllegalArgumentException("unknown permission: " + permission);
            }
        }
        return once(permissions);
    }

    private static String[] split(String text) {
        return text.strip().split(" +");
    }

    private static String once(String... words) {
        var seen = new HashSet<String>();
        for (String word : words) {
            if (!seen.add(word.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("named twice: " + word);
            }
        }
        return String.join(" ", words);
    }

    /** Whether a list that was read names a word, whatever its capitals. */
    static boolean names(String list, String word) {
        return (" " + list + " ").toLowerCase(Locale.ROOT).contains(" " + word.toLowerCase(Locale.ROOT) + " ");
    }
}
