package org.jadhere.office.importexport;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A password's hash, in one of the two forms that logging in understands. The costs it names are bounded: a hash
 * that asks for an hour of work, or for all memory, would let whoever wrote the file stop the server at a login.
 */
final class PasswordHashFormat {

    private static final int LONGEST = 500;
    private static final long MOST_ITERATIONS = 5_000_000;
    private static final long MOST_KIBIBYTES = 131_072;
    private static final long MOST_PASSES = 100;
    private static final long MOST_LANES = 16;
    private static final Pattern PBKDF2 =
            Pattern.compile("pbkdf2_sha256\\$(\\d{1,9})\\$[^$\\p{Cc}\\p{IsWhite_Space}]+\\$[A-Za-z0-9+/]{43}=");
    private static final Pattern ARGON2 = Pattern.compile("\\{argon2}\\$argon2(?:id|i|d)(?:\\$v=\\d{1,3})?"
            + "\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$[A-Za-z0-9+/]+={0,2}\\$[A-Za-z0-9+/]+={0,2}");

    private PasswordHashFormat() {}

    /** The text itself stays out of the message: it is a secret. */
    static String read(String text) {
        var pbkdf2 = PBKDF2.matcher(text);
        var argon2 = ARGON2.matcher(text);
        boolean known = text.length() <= LONGEST && (pbkdf2.matches() || argon2.matches());
        if (!known) {
            throw new IllegalArgumentException(
                    "not a hash like pbkdf2_sha256$iterations$salt$hash or {argon2}$argon2id$…; leave it empty for no password");
        }
        boolean bearable = pbkdf2.matches()
                ? within(pbkdf2, 1, MOST_ITERATIONS)
                : argon2.matches()
                        && within(argon2, 1, MOST_KIBIBYTES)
                        && within(argon2, 2, MOST_PASSES)
                        && within(argon2, 3, MOST_LANES);
        if (!bearable) {
            throw new IllegalArgumentException(
                    "costs nothing, or more than a login may: %d iterations, or m=%d,t=%d,p=%d, are the most"
                            .formatted(MOST_ITERATIONS, MOST_KIBIBYTES, MOST_PASSES, MOST_LANES));
        }
        return text;
    }

    private static boolean within(MatchResult costs, int group, long most) {
        long cost = Long.parseLong(costs.group(group));
        return cost >= 1 && cost <= most;
    }
}
