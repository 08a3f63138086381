package org.jadhere.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A choice in a select.
 *
 * @param value as it stands in the address
 */
public record Option(String value, String label) {

    public static List<Option> yesOrNo() {
        return List.of(new Option("yes", Texts.t("filter.yes")), new Option("no", Texts.t("filter.no")));
    }

    /** One for each number, named by messages under a common prefix. */
    public static List<Option> numbered(String messagePrefix, int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(String::valueOf)
                .map(number -> new Option(number, Texts.t(messagePrefix + "." + number)))
                .toList();
    }

    /** One for each constant of an enum, named by messages under a common prefix. */
    public static List<Option> of(String messagePrefix, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .map(word -> new Option(word, Texts.t(messagePrefix + "." + word)))
                .toList();
    }
}
