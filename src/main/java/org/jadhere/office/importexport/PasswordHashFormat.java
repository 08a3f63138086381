package org.jadhere.office.importexport;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A password hash in one of the two formats that the login accepts. Its cost parameters are bounded, since a hash that
 * takes an hour or all memory to verify would let the author of the file stop the server with one login.
 */
final class PasswordHashFormat {

    private static final int MAX_LENGTH = 500;
    private static final long MAX_ITERATIONS = 5_000_000;
    private static final long MAX_KIBIBYTES = 131_072;
    private static final long MAX_PASSES = 100;
    private static final long MAX_LANES = 16;
    private static final Pattern PBKDF2 =
            Pattern.compile("pbkdf2_sha256\\$(\\d{1,9})\\$[^$\\p{Cc}\\p{IsWhite_Space}]+\\$[A-Za-z0-9+/]{43}=");
    private static final Pattern ARGON2 = Pattern.compile("\\{argon2}\\$argon2(?:id|i|d)(?:\\$v=\\d{1,3})?"
            + "\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$[A-Za-z0-9+/]+={0,2}\\$[A-Za-z0-9+/]+={0,2}");

    private PasswordHashFormat() {}

    /** Leaves the hash out of the message, since it is a secret. */
    static String read(String text) {
        var pbkdf2 = PBKDF2.matcher(text);
        var argon2 = ARGON2.matcher(text);
        boolean known = text.length() <= MAX_LENGTH && (pbkdf2.matches() || argon2.matches());
        if (!known) {
            throw new IllegalArgumentException(
                    "not a hash like pbkdf2_sha256$iterations$salt$hash or {argon2}$argon2id$…; leave it empty for no password");
        }
        boolean affordable = pbkdf2.matches()
                ? within(pbkdf2, 1, MAX_ITERATIONS)
                : argon2.matches()
                        && within(argon2, 1, MAX_KIBIBYTES)
                        && within(argon2, 2, MAX_PASSES)
                        && within(argon2, 3, MAX_LANES);
        if (!affordable) {
            throw new IllegalArgumentException(
                    "costs nothing, or more than a login may: %d iterations, or m=%d,t=%d,p=%d, are the most"
                            .formatted(MAX_ITERATIONS, MAX_KIBIBYTES, MAX_PASSES, MAX_LANES));
        }
        return text;
    }

    private static boolean within(MatchResult costs, int group, long most) {
        long cost = Long.parseLong(costs.group(group));
        return cost >= 1 && cost <= most;
    }
}
