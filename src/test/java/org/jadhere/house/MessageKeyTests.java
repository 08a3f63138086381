package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jadhere.platform.web.TypographicMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The texts of the interface follow docs/decisions/0025-interface-texts.md: typography, one word for one thing, no words of
 * the other language.
 */
class MessageKeyTests {

    private static final Map<String, String> FRENCH = MessageFiles.FRENCH;
    private static final Map<String, String> ENGLISH = MessageFiles.ENGLISH;

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

    // Settings, addresses and file names, which the rules for words do not cover.
    private static final Pattern CODE = Pattern.compile("\\S+[.@/_]\\S+|\\{\\w+}");

    @Test
    void frenchPunctuationHasNoBreakSpaces() {
        reject(typeset(), "no-break spaces", "[^\\u00a0(][?!»%](?!\\w)|« |[^\\u00a0;]; |[^\\u00a0:]:( |$)|n° ");
    }

    @Test
    void anIpAddressKeepsItsColons() {
        assertThat(TypographicMessages.typeset("Comme ::ffff:192.0.2.7 : une adresse ; n° 7, « 14:05 » ?"))
                .isEqualTo("Comme ::ffff:192.0.2.7\u00a0: une adresse\u00a0; n°\u00a07, «\u00a014:05\u00a0»\u00a0?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            no straight quotes                   → ["']
            an ellipsis is one character         → \\.\\.\\.
            no exclamation marks                 → !
            no double and no trailing space      → \\h\\h|\\h$|^\\h
            """)
    void bothLanguagesFollowTheirTypography(String rule, String forbidden) {
        reject(FRENCH, rule, forbidden);
        reject(ENGLISH, rule, forbidden);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            quotations have guillemets           → [“”]
            an inclusive form has a middle dot   → (?i)\\w(\\.|-|\\(|/)(e|es|rice|rices|ne|ve)(\\.s|-s|\\))?(?=[\\s,]|$)
            one middle dot in an inclusive form  → ·\\w+·
            nouns for persons are inclusive      → (?i)\\b(adhérents?|utilisateurs?|administrateurs?|abonnés?)\\b(?!·)
            no English words                     → (?i)\\b(the|and|your|with|from|user|member|fee|crew)\\b
            """)
    void frenchFollowsItsRules(String rule, String forbidden) {
        reject(FRENCH, rule, forbidden);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            British spelling                     → (?i)\\w(ization|izing|ized)\\b|\\b(organize|recognize|color|center|canceled|check mark)\\b
            no guillemets                        → [«»]
            no space before punctuation          → \\h[:;?!]
            no French words                      → (?i)\\b(le|les|une|des|pour|avec|vous|votre|adhérent|cotisation|équipage)\\b
            """)
    void englishFollowsItsRules(String rule, String forbidden) {
        reject(ENGLISH, rule, forbidden);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            courriel                 → e-?mails?|mails?|mèls?
            nom d’utilisateur·rice   → identifiants?|logins?|pseudos?
            service                  → abonnements?
            équipage                 → groupes?
            cotisation terminée      → échéances?|échue?s?
            motif                    → raisons?
            accord                   → consentements?
            personne morale          → structures? juridiques?
            se connecter             → s’authentifier|s’identifier
            vous                     → tu(?! adhères)|toi|tes
            une demande bien faite   → veuillez|cliquez|merci de (?!vouloir)
            """)
    void oneFrenchWordForOneThing(String word, String not) {
        reject(FRENCH, word, "(?i)(?<![\\p{L}·.])(" + not + ")(?![\\p{L}·.])");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            e-mail                   → emails?|mails
            user name                → usernames?
            service type             → types? of services?
            agreement                → consents?
            moment                   → instants?
            e-mail template          → letters, previewed
            they                     → (s)?he/she|his/her|he or she
            no longer                → no more(?! than)|any more
            """)
    void oneEnglishWordForOneThing(String word, String not) {
        reject(ENGLISH, word, "(?i)(?<![\\p{L}.-])(" + not + ")(?![\\p{L}.-])");
    }

    @Test
    void bothLanguagesHaveTheSameArguments() {
        FRENCH.forEach((key, french) ->
                assertThat(arguments(ENGLISH.getOrDefault(key, ""))).as(key).isEqualTo(arguments(french)));
    }

    @Test
    void theNumberOneTakesTheSingular() {
        for (var language :
                Map.of(Locale.FRENCH, FRENCH, Locale.ENGLISH, ENGLISH).entrySet()) {
            language.getValue().forEach((key, text) -> {
                if (text.contains(",choice,")) {
                    Object[] ones = {1, 1, 1, 1};
                    assertThat(new MessageFormat(text, language.getKey()).format(ones))
                            .as(key)
                            .doesNotContainPattern("(?iU)\\b1 \\w+(?<!foi)s\\b")
                            .doesNotContain("{");
                }
            });
        }
    }

    private static Map<String, String> typeset() {
        return FRENCH.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> TypographicMessages.typeset(text.getValue())));
    }

    private static void reject(Map<String, String> texts, String rule, String forbidden) {
        var pattern = Pattern.compile(forbidden, Pattern.UNICODE_CHARACTER_CLASS);
        var broken = new TreeMap<>(texts);
        broken.values()
                .removeIf(text ->
                        !pattern.matcher(CODE.matcher(text).replaceAll("_")).find());
        assertThat(broken).as(rule).isEmpty();
    }

    private static TreeSet<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
