package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each key has a text in both languages, and templates and Java use exactly these keys. */
class MessagesTests {

    // A word in quotes that may be a key, in templates and in Java.
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+[a-z0-9_.-]*)\"");
    private static final Pattern CALLED = Pattern.compile("\\bt\\(\"([a-z0-9_.-]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(MessageFiles.ENGLISH.keySet()).isEqualTo(MessageFiles.FRENCH.keySet());
    }

    @Test
    void everyKeyInATemplateExists() throws IOException {
        var used = found(CALLED);
        used.removeIf(key -> key.endsWith("."));

        assertThat(MessageFiles.FRENCH.keySet()).containsAll(used);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        var quoted = found(QUOTED);
        var beginnings = quoted.stream()
                .filter(word -> word.endsWith(".") || isBeginningOfChoices(word))
                .map(word -> word.endsWith(".") ? word : word + ".")
                .collect(Collectors.toSet());
        var unused = MessageFiles.FRENCH.keySet().stream()
                .filter(key -> !quoted.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    /** {@code Option.of("method", …)} builds the keys of its choices from that word. */
    private static boolean isBeginningOfChoices(String word) {
        return Set.of("method", "member.kind", "member.fee", "fee.renewal", "service.state")
                .contains(word);
    }

    @Test
    void apostrophesAreTypographic() {
        for (var texts : List.of(MessageFiles.FRENCH, MessageFiles.ENGLISH)) {
            assertThat(texts.values())
                    .as("a straight apostrophe would quote what follows")
                    .noneMatch(text -> text.contains("'"));
        }
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        for (String folder : new String[] {"src/main/jte", "src/main/java"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
                }
            }
        }
        return found;
    }
}
