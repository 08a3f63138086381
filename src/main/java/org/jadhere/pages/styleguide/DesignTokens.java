package org.jadhere.pages.styleguide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jadhere.platform.site.Assets;

/** The colours, their contrasts and the sizes, read from the style sheets. For templates. */
public final class DesignTokens {

    private static final Pattern COLOUR =
            Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
    private static final Pattern SIZE = Pattern.compile("--([a-z0-9-]+): ([0-9.]+rem);");

    private static final double TEXT_CONTRAST = 4.5;
    private static final double EDGE_CONTRAST = 3;
    private static final int PLOT_COLOURS = 7;

    private static final Map<String, Colour> COLOURS = Stream.of("css/base.css", "css/plot.css")
            .flatMap(name -> matches(COLOUR, name))
            .map(match -> new Colour(match.group(1), "#" + match.group(2), "#" + match.group(3)))
            .collect(toMap(Colour::name, identity(), (first, second) -> first, LinkedHashMap::new));

    private DesignTokens() {}

    /** A colour of the palette, for the light and the dark scheme, as {@code #rrggbb}. */
    public record Colour(String name, String light, String dark) {}

    /** A length of a scale, in rem. */
    public record Size(String name, String length) {}

    /**
     * A colour in front of another.
     *
     * @param minimum the contrast that WCAG 2.2 requires for text (1.4.3) or for the edge of a field or a bar (1.4.11)
     */
    public record Pair(Colour front, Colour back, double minimum) {

        public double light() {
            return contrast(front.light(), back.light());
        }

        public double dark() {
            return contrast(front.dark(), back.dark());
        }

        public boolean isSufficient() {
            return Math.min(light(), dark()) >= minimum;
        }
    }

    /** The palette in the order of the style sheets. */
    public static List<Colour> colours() {
        return List.copyOf(COLOURS.values());
    }

    /** All pairs that the style sheets put in front of each other. */
    public static List<Pair> pairs() {
        var text = Stream.of("paper", "sheet", "sunken", "accent-soft")
                .flatMap(back -> Stream.of("ink", "ink-soft", "accent", "accent-deep")
                        .map(front -> pair(front, back, TEXT_CONTRAST)));
        var states = Stream.of("good", "wait", "bad").map(state -> pair(state, state + "-soft", TEXT_CONTRAST));
        var drawn = Stream.concat(
                Stream.of(pair("edge", "sheet", EDGE_CONTRAST), pair("edge", "paper", EDGE_CONTRAST)),
                IntStream.rangeClosed(1, PLOT_COLOURS)
                        .mapToObj(number -> pair("colour-" + number, "sheet", EDGE_CONTRAST)));
        return Stream.of(text, Stream.of(pair("accent-ink", "accent", TEXT_CONTRAST)), states, drawn)
                .flatMap(identity())
                .toList();
    }

    /** The scales of font sizes, spaces and corner radii. */
    public static List<Size> sizes() {
        return matches(SIZE, "css/base.css")
                .map(match -> new Size(match.group(1), match.group(2)))
                .toList();
    }

    private static Pair pair(String front, String back, double minimum) {
        return new Pair(Objects.requireNonNull(COLOURS.get(front)), Objects.requireNonNull(COLOURS.get(back)), minimum);
    }

    private static Stream<MatchResult> matches(Pattern pattern, String file) {
        String text = new String(Assets.content(file), UTF_8);
        return pattern.matcher(text).results();
    }

    /** The contrast ratio of WCAG 2.2, from 1 to 21. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
