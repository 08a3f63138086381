package org.jadhere.people.login;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jadhere.platform.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Accepts passwords that are long enough and not easy to guess: none that repeats itself, is made of words about the user
 * or this program, or is a well-known phrase (OWASP ASVS 5.0, 6.2.4, 6.2.11). Common passwords are among the
 * dictionaries of zxcvbn.
 */
@Component
public class PasswordPolicy {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 200;

    // The estimate is slow for long input, and more characters only make a password stronger.
    private static final int MAX_ESTIMATED = 72;
    private static final int MIN_SCORE = 3;

    /** The letters and digits that a password must have beside the words about the user. */
    private static final int MIN_OWN_CHARACTERS = 8;

    private static final int MIN_WORD_LENGTH = 3;

    /** The words of this program, which are the first that its users think of. */
    private static final List<String> CONTEXT = List.of(
            "jadhere",
            "djadhere",
            "adhesion",
            "adherent",
            "adherente",
            "association",
            "cotisation",
            "benevole",
            "equipage",
            "tresorerie",
            "fournisseur",
            "internet",
            "membre",
            "member",
            "motdepasse",
            "password",
            "bienvenue",
            "welcome");

    /** Long enough and with a good score, but published too often. Without spaces, accents and capitals. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "correcthorsebatterystaple",
            "horsebatterystaple",
            "batteryhorsestaplecorrect",
            "chevalcorrectagrafebatterie",
            "passwordpassword",
            "thisismypassword",
            "iloveyouforever",
            "tobeornottobe",
            "tobeornottobethatisthequestion",
            "maytheforcebewithyou",
            "quelaforcesoitavectoi",
            "letmeinplease",
            "opensesame",
            "sesameouvretoi",
            "thequickbrownfox",
            "thequickbrownfoxjumpsoverthelazydog",
            "portezcevieuxwhiskyaujugeblondquifume",
            "liberteegalitefraternite",
            "ilovemymom",
            "jetaimepourtoujours",
            "loremipsumdolor",
            "trustno1trustno1",
            "admin123456789",
            "changemeplease",
            "motdepasseoublie",
            "lapetitemaisondanslaprairie");

    private final ObjectProvider<AccountWords> known;

    PasswordPolicy(ObjectProvider<AccountWords> known) {
        this.known = known;
    }

    /** The same, with everything that is known about an account. */
    Optional<String> weakness(long userId, String password, List<String> names) {
        List<String> about = new ArrayList<>(names);
        known.orderedStream().forEach(words -> about.addAll(words.of(userId)));
        return weakness(password, about);
    }

    /** Why a password is rejected, as a message key; empty if it is accepted. Words about the user make it weak. */
    public Optional<String> weakness(String password, List<String> aboutTheUser) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("password.too-short");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("password.too-long");
        }
        if (repeatsItself(password) || isMadeOf(password, aboutTheUser) || WELL_KNOWN.contains(plain(password))) {
            return Optional.of("password.guessable");
        }
        String start = password.substring(0, Math.min(MAX_ESTIMATED, password.length()));
        return score(start, aboutTheUser) < MIN_SCORE ? Optional.of("password.guessable") : Optional.empty();
    }

    /** The whole password is one part, repeated with any characters in between. */
    private static boolean repeatsItself(String password) {
        String plain = plain(password);
        int length = plain.length();
        return IntStream.rangeClosed(1, length / 2)
                .filter(part -> length % part == 0)
                .anyMatch(part -> plain.equals(plain.substring(0, part).repeat(length / part)));
    }

    private static boolean isMadeOf(String password, List<String> aboutTheUser) {
        String rest = plain(password);
        int length = rest.length();
        var words = Stream.concat(
                        CONTEXT.stream(),
                        aboutTheUser.stream()
                                .flatMap(text ->
                                        Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+")))))
                .map(PasswordPolicy::plain)
                .filter(word -> word.length() >= MIN_WORD_LENGTH)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < length && rest.length() < MIN_OWN_CHARACTERS;
    }

    private static String plain(String text) {
        return Texts.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Loads the dictionaries each time: they take 8 MB, and are used a few times a day. */
    private static int score(String password, List<String> aboutTheUser) {
        return new Zxcvbn().measure(password, aboutTheUser).getScore();
    }
}
