package org.jadhere.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts in euros and cents, from 0 to 99,999,999.99. */
class MoneyTests {

    @ParameterizedTest
    @CsvSource({"28, 28.00", "28.5, 28.50", "28.00, 28.00", "0, 0.00", "007, 7.00", "99999999.99, 99999999.99"})
    void anAmountIsWrittenWithCents(String typed, String written) {
        assertThat(Money.parse(typed)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "28.",
                ".5",
                "28.005",
                "28,50",
                "1e3",
                "NaN",
                "Infinity",
                "100000000",
                "28 €",
                "٢٨"
            })
    void invalidTextIsRejected(String typed) {
        assertThatThrownBy(() -> Money.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "100000000", "1e9999"})
    void invalidNumbersAreRejected(String value) {
        assertThatThrownBy(() -> new Money(new BigDecimal(value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalityIgnoresTheScale() {
        assertThat(new Money(new BigDecimal("28")))
                .isEqualTo(Money.parse("28.00"))
                .hasSameHashCodeAs(Money.parse("28.0"));
        assertThat(new Money(new BigDecimal("28.5000"))).isEqualTo(Money.parse("28.5"));
        assertThat(Money.parse("9")).isLessThan(Money.parse("28"));
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.parse("0.01").isZero()).isFalse();
    }
}
