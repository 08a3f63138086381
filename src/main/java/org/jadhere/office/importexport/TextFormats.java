package org.jadhere.office.importexport;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.web.FormFields;

/** User names, e-mail addresses, and lists of words separated by spaces. */
final class TextFormats {

    private static final int MAX_OTHER_EMAILS = 99;
    // As in the constraint app_user_username_form.
    private static final Pattern USERNAME = Pattern.compile("[^\\p{Cc}\\p{IsWhite_Space}]{1,150}");

    private static final Set<String> PERMISSIONS =
            Stream.of(Permission.values()).map(Permission::word).collect(Collectors.toSet());

    private TextFormats() {}

    static String username(String text) {
        if (!USERNAME.matcher(text).matches()) {
            throw new IllegalArgumentException("not a login, 1 to 150 characters without spaces: " + text);
        }
        return text;
    }

    static String email(String text) {
        if (!FormFields.isEmail(text)) {
            throw new IllegalArgumentException("not an e-mail address: " + text);
        }
        return text;
    }

    static String emails(String text) {
        String[] emails = split(text);
        for (String email : emails) {
            email(email);
        }
        if (emails.length > MAX_OTHER_EMAILS) {
            throw new IllegalArgumentException("more than %d addresses".formatted(MAX_OTHER_EMAILS));
        }
        return distinct(emails);
    }

    static String permissions(String text) {
        String[] permissions = split(text);
        for (String permission : permissions) {
            if (!PERMISSIONS.contains(permission)) {
                throw new IllegalArgumentException("unknown permission: " + permission);
            }
        }
        return distinct(permissions);
    }

    private static String[] split(String text) {
        return text.strip().split(" +");
    }

    private static String distinct(String... words) {
        var seen = new HashSet<String>();
        for (String word : words) {
            if (!seen.add(word.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("named twice: " + word);
            }
        }
        return String.join(" ", words);
    }

    /** Returns the words of a list that another list does not contain; case is ignored. */
    static List<String> notIn(String list, String words) {
        return Stream.of(split(words))
                .filter(word -> !word.isEmpty() && !contains(list, word))
                .toList();
    }

    /** Returns whether a list contains a word; case is ignored. */
    static boolean contains(String list, String word) {
        return (" " + list + " ").toLowerCase(Locale.ROOT).contains(" " + word.toLowerCase(Locale.ROOT) + " ");
    }
}
