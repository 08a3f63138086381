package org.jadhere.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, times, amounts and lists are formatted and parsed in the language of the user. */
class FieldFormatTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 2021-03-03 | 3 mars 2021     | 3 mars 2021
            fr | 2021-01-01 | 1er janv. 2021  | 1er janvier 2021
            fr | 2021-12-31 | 31 déc. 2021    | 31 décembre 2021
            en | 2021-03-03 | 3 Mar 2021      | 3 March 2021
            en | 2021-01-01 | 1 Jan 2021      | 1 January 2021
            """)
    void daysAreFormattedInBothLanguages(String language, LocalDate day, String text, String inFull) {
        assertThat(in(language, () -> Texts.date(day))).isEqualTo(text);
        assertThat(in(language, () -> Texts.fullDate(day))).isEqualTo(inFull);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 1er juil. 2021 14:05 | 1er juil. 2021 14:05:09 +02:00
            en | 1 Jul 2021 14:05     | 1 Jul 2021 14:05:09 +02:00
            """)
    void timesAreFormattedInBothLanguages(String language, String minute, String second) {
        var instant = Instant.parse("2021-07-01T12:05:09Z");

        assertThat(in(language, () -> Texts.minute(instant))).isEqualTo(minute);
        assertThat(in(language, () -> Texts.time(instant))).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 1234.50 | 1 234,50 €
            fr | 0       | 0,00 €
            en | 1234.50 | €1,234.50
            """)
    void moneyIsFormattedInBothLanguages(String language, String amount, String text) {
        assertThat(in(language, () -> Texts.money(Money.parse(amount))).replaceAll("\\h", " "))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 28.00  | 28,00
            fr | 28,5   | 28,5
            fr | 28     | 28
            fr | 28.000 | 28.000
            fr | douze  | douze
            en | 28.00  | 28.00
            en | 28,50  | 28.50
            """)
    void fieldsShowAmountsWithTheDecimalSign(String language, String value, String shown) {
        assertThat(in(language, () -> Texts.amount(value))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28        | 28.00
            28.5      | 28.50
            28,00     | 28.00
            ' 28,00 € ' | 28.00
            €28.00    | 28.00
            1 234,50  | 1234.50
            1,234.50  | 1234.50
            """)
    void amountsAreParsedFromBothNotations(String typed, String read) {
        assertThat(Form.withDefaults(Map.of("amount", typed)).money("amount")).isEqualTo(Money.parse(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"douze", "-1", "28,000", "1.234,50", "28,00,00", "1,23.50"})
    void invalidAmountsAreReported(String typed) {
        var form = Form.withDefaults(Map.of("amount", typed));

        assertThat(form.money("amount")).isNull();
        assertThat(form.error("amount")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | a, b et c  | du 1er janv. 2021 au 31 déc. 2021
            en | a, b and c | from 1 Jan 2021 to 31 Dec 2021
            """)
    void listsAndPeriodsAreFormatted(String language, String list, String period) {
        var year = Period.ofDays(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31"));

        assertThat(in(language, () -> Texts.list(List.of("a", "b", "c")))).isEqualTo(list);
        assertThat(in(language, () -> Texts.period(year))).isEqualTo(period);
    }

    private static String in(String language, java.util.function.Supplier<String> text) {
        return Texts.in(Locale.forLanguageTag(language), text);
    }
}
