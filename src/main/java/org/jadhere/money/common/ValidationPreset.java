package org.jadhere.money.common;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Texts;

/** A link that sets the filter of a validation queue to a choice that treasurers need every week. */
public enum ValidationPreset implements Word {
    WEEK,
    MONTH,
    TRANSFER,
    STANDING_ORDER,
    DIRECT_DEBIT,
    CHEQUE,
    CASH;

    /** The query string with the filter; the whole page that it leads to is selected. */
    String query(LocalDate today) {
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

    /** One link for each preset, from the path of the queue. */
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
