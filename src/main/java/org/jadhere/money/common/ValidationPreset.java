package org.jadhere.money.common;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Texts;

/** A choice of what waits to be confirmed, as treasurers make it week by week: a link instead of six fields. */
public enum ValidationPreset {
    WEEK,
    MONTH,
    TRANSFER,
    STANDING_ORDER,
    DIRECT_DEBIT,
    CHEQUE,
    CASH;

    static Optional<ValidationPreset> named(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word().equals(word))
                .findFirst();
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The filter, and all that its page shows ticked. */
    String question(LocalDate today) {
        return switch (this) {
            case WEEK ->
                between(
                        today.with(previousOrSame(MONDAY)),
                        today.with(previousOrSame(MONDAY)).plusDays(6));
            case MONTH -> between(today.with(firstDayOfMonth()), today.with(lastDayOfMonth()));
            case TRANSFER, STANDING_ORDER, DIRECT_DEBIT, CHEQUE, CASH -> "?method=" + word() + "&ticked=page";
        };
    }

    private static String between(LocalDate from, LocalDate to) {
        return "?from=" + from + "&to=" + to + "&ticked=page";
    }

    /** Where they lead, and how they are called. */
    public static List<Option> links(String path) {
        return Stream.of(values())
                .map(preset -> new Option(path + "?preset=" + preset.word(), preset.label()))
                .toList();
    }

    private String label() {
        return switch (this) {
            case WEEK -> Texts.t("validation.preset.week");
            case MONTH -> Texts.t("validation.preset.month");
            case TRANSFER, STANDING_ORDER, DIRECT_DEBIT, CHEQUE, CASH -> Texts.t("method." + word());
        };
    }
}
