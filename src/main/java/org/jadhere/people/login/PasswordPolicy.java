package org.jadhere.people.login;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accepts passwords that are long enough and not easy to guess. */
@Component
public class PasswordPolicy {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 200;

    // The estimate is slow for long input, and more characters only make a password stronger.
    private static final int MAX_ESTIMATED = 72;
    private static final int MIN_SCORE = 3;

    /** Why a password is rejected, as a message key; empty if it is accepted. Words about the user make it weak. */
    public Optional<String> weakness(String password, List<String> aboutTheUser) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("password.too-short");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("password.too-long");
        }
        String start = password.substring(0, Math.min(MAX_ESTIMATED, password.length()));
        return score(start, aboutTheUser) < MIN_SCORE ? Optional.of("password.guessable") : Optional.empty();
    }

    /** Loads the dictionaries each time: they take 8 MB, and are used a few times a day. */
    private static int score(String password, List<String> aboutTheUser) {
        return new Zxcvbn().measure(password, aboutTheUser).getScore();
    }
}
