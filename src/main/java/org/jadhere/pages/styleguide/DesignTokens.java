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

/** What the styles are made of, read from the style sheets themselves: colours, and how they stand out; sizes. For templates. */
public final class DesignTokens {

    private static final Pattern COLOUR =
            Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
    private static final Pattern SIZE = Pattern.compile("--([a-z0-9-]+): ([0-9.]+rem);");

    private static final double TEXT = 4.5;
    private static final double EDGE = 3;
    private static final int PLOTTED = 7;

    private static final Map<String, Colour> COLOURS = Stream.of("css/base.css", "css/plot.css")
            .flatMap(name -> found(COLOUR, name))
            .map(match -> new Colour(match.group(1), "#" + match.group(2), "#" + match.group(3)))
            .collect(toMap(Colour::name, identity(), (first, second) -> first, LinkedHashMap::new));

    private DesignTokens() {}

    /** One of the palette: by day and by night. */
    public record Colour(String name, String light, String dark) {}

    /** A length of a scale. */
    public record Size(String name, String length) {}

    /**
     * A colour in front of another.
     *
     * @param least the contrast that WCAG 2.2 asks for: of text (1.4.3), of the edge of a field or a bar (1.4.11)
     */
    public record Pair(Colour front, Colour back, double least) {

        public double light() {
            return contrast(front.light(), back.light());
        }

        public double dark() {
            return contrast(front.dark(), back.dark());
        }

        public boolean standsOut() {
            return Math.min(light(), dark()) >= least;
        }
    }

    /** All of the palette, in the order of the style sheets. */
    public static List<Colour> colours() {
        return List.copyOf(COLOURS.values());
    }

    /** Whatever is written or drawn on something. */
    public static List<Pair> pairs() {
        var text = Stream.of("paper", "sheet", "sunken", "accent-soft")
                .flatMap(back ->
                        Stream.of("ink", "ink-soft", "accent", "accent-deep").map(front -> pair(front, back, TEXT)));
        var states = Stream.of("good", "wait", "bad").map(state -> pair(state, state + "-soft", TEXT));
        var drawn = Stream.concat(
                Stream.of(pair("edge", "sheet", EDGE), pair("edge", "paper", EDGE)),
                IntStream.rangeClosed(1, PLOTTED).mapToObj(number -> pair("colour-" + number, "sheet", EDGE)));
        return Stream.of(text, Stream.of(pair("accent-ink", "accent", TEXT)), states, drawn)
                .flatMap(identity())
                .toList();
    }

    /** The scales of type and space, and the corners. */
    public static List<Size> sizes() {
        return found(SIZE, "css/base.css")
                .map(match -> new Size(match.group(1), match.group(2)))
                .toList();
    }

    private static Pair pair(String front, String back, double least) {
        return new Pair(Objects.requireNonNull(COLOURS.get(front)), Objects.requireNonNull(COLOURS.get(back)), least);
    }

    private static Stream<MatchResult> found(Pattern pattern, String file) {
        String text = new String(Assets.content(file), UTF_8);
        return pattern.matcher(text).results();
    }

    /** As WCAG 2.2 defines it: from 1 to 21. */
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
