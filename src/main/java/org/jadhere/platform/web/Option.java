package org.jadhere.platform.web;

import java.util.List;
import java.util.Locale;
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

    /** One that is named by a message under a prefix. */
    public static Option of(String messagePrefix, String value) {
        return new Option(value, Texts.t(messagePrefix + "." + value));
    }

    /** One for each constant of an enum, named by messages under a common prefix. */
    public static List<Option> of(String messagePrefix, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .map(word -> of(messagePrefix, word))
                .toList();
    }
}
