package org.jadhere.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An option of a select element. */
public record Option(String value, String label) {

    /** The only choice of a filter that either applies or does not. */
    public static List<Option> yes() {
        return List.of(of("filter", "yes"));
    }

    public static List<Option> yesOrNo() {
        return List.of(new Option("yes", Texts.t("filter.yes")), new Option("no", Texts.t("filter.no")));
    }

    /** An option labelled by the message {@code PREFIX.VALUE}. */
    public static Option of(String messagePrefix, String value) {
        return new Option(value, Texts.t(messagePrefix + "." + value));
    }

    /** An option for each constant of an enum, labelled by messages under a common prefix. */
    public static List<Option> of(String messagePrefix, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .map(word -> of(messagePrefix, word))
                .toList();
    }
}
