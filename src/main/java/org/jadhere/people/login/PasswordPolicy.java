package org.jadhere.people.login;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which passwords are accepted: long enough, and not among those that guessing programs try first. */
@Component
public class PasswordPolicy {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    // The estimate takes long for long input, and what goes beyond this only makes it stronger.
    private static final int JUDGED = 72;
    private static final int SAFELY_UNGUESSABLE = 3;

    /** Why a password is refused, as a message key; nothing where it is accepted. Words about the user make it weak. */
    public Optional<String> weakness(String password, List<String> aboutTheUser) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("password.too-short");
        }
        if (length > LONGEST) {
            return Optional.of("password.too-long");
        }
        String start = password.substring(0, Math.min(JUDGED, password.length()));
        return score(start, aboutTheUser) < SAFELY_UNGUESSABLE ? Optional.of("password.guessable") : Optional.empty();
    }

    /** Its dictionaries are eight megabytes, for what happens a few times a day: they are read anew each time. */
    private static int score(String password, List<String> aboutTheUser) {
        return new Zxcvbn().measure(password, aboutTheUser).getScore();
    }
}
