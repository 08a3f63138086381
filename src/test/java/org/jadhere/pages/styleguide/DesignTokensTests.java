package org.jadhere.pages.styleguide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Colours have enough contrast in light and dark mode, and style sheets use exactly the defined tokens. */
class DesignTokensTests {

    private static final Path SHEETS = Path.of("src/main/resources/static/css");

    @Test
    void allPairsHaveEnoughContrast() {
        assertThat(DesignTokens.pairs()).hasSizeGreaterThan(20).allMatch(DesignTokens.Pair::isSufficient);
    }

    @Test
    void contrastFollowsWcag() {
        var black = new DesignTokens.Colour("black", "#000000", "#777777");
        var white = new DesignTokens.Colour("white", "#ffffff", "#ffffff");

        var pair = new DesignTokens.Pair(black, white, 4.5);

        assertThat(pair.light()).isEqualTo(21);
        assertThat(pair.dark()).isBetween(4.47, 4.48);
        assertThat(pair.isSufficient()).isFalse();
    }

    @Test
    void allScalesAreParsed() {
        assertThat(DesignTokens.colours())
                .extracting(DesignTokens.Colour::name)
                .contains("ink", "accent", "spark", "colour-7");
        assertThat(DesignTokens.sizes())
                .extracting(DesignTokens.Size::name)
                .contains("text", "headline", "space-7", "round");
    }

    @Test
    void usedTokensAreDefined() throws IOException {
        assertThat(found("var\\(--([a-z0-9-]+)\\)")).isSubsetOf(found("--([a-z0-9-]+):"));
    }

    @Test
    void definedTokensAreUsed() throws IOException {
        var unused = found("--([a-z0-9-]+):");
        unused.removeAll(found("var\\(--([a-z0-9-]+)\\)"));
        assertThat(unused).isEmpty();
    }

    private static TreeSet<String> found(String pattern) throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.list(SHEETS)) {
            for (Path file : files.toList()) {
                Pattern.compile(pattern)
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }
}
