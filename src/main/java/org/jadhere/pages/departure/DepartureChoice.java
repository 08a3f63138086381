package org.jadhere.pages.departure;

import java.util.List;
import java.util.Locale;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Texts;

/** What is done with something that a leaving person still holds. */
public enum DepartureChoice {
    END,
    PAUSE,
    LEAVE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The options of a line: what ends is worded by its kind. */
    static List<Option> options(DepartureItem.Kind kind, List<DepartureChoice> choices) {
        return choices.stream()
                .map(choice -> new Option(
                        choice.word(),
                        Texts.t("departure." + choice.word() + (choice == END ? "." + kind.word() : ""))))
                .toList();
    }
}
