package org.jadhere.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.jadhere.support.Instants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parses instants as users type or paste them; without an offset, in the time zone of Paris. */
class ParsedInstantTests {

    @ParameterizedTest
    @CsvSource({
        "2021-03-03T14:05+01:00, 2021-03-03T13:05:00Z",
        "2021-03-03T13:05Z, 2021-03-03T13:05:00Z",
        "2021-03-03 13:05:09 UTC, 2021-03-03T13:05:09Z",
        "2021-03-03 14:05:09 +0100, 2021-03-03T13:05:09Z",
        "2021-03-03T14:05:09.123456+01, 2021-03-03T13:05:09.123456Z",
        "2021-03-03T14:05, 2021-03-03T13:05:00Z",
        "2021-07-03T14:05, 2021-07-03T12:05:00Z",
        "' 03/03/2021 14:05 ', 2021-03-03T13:05:00Z",
        "03/Mar/2021:14:05:00 +0100, 2021-03-03T13:05:00Z",
        "2024-10-27T02:30+02:00, 2024-10-27T00:30:00Z",
        "2024-10-27T02:30+01:00, 2024-10-27T01:30:00Z",
        "2024-10-27T01:59:59, 2024-10-26T23:59:59Z",
        "2024-10-27T03:00, 2024-10-27T02:00:00Z",
        "2025-03-30T03:00, 2025-03-30T01:00:00Z",
    })
    void usualNotationsAreParsed(String typed, Instant meant) {
        assertThat(ParsedInstant.parse(typed)).isEqualTo(new ParsedInstant.Valid(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-10-27T02:00", "2024-10-27 02:30", "27/10/2024 02:59:59"})
    void aTimeThatClocksShowTwiceIsAmbiguous(String typed) {
        assertThat(ParsedInstant.parse(typed))
                .isInstanceOfSatisfying(
                        ParsedInstant.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.offsets())
                                .extracting(offset -> offset.getId())
                                .containsExactly("+02:00", "+01:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-30T02:00", "2025-03-30T02:59:59"})
    void aTimeThatClocksSkipIsRejected(String typed) {
        assertThat(ParsedInstant.parse(typed)).isInstanceOf(ParsedInstant.Skipped.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2021-03-03", "2021-02-30T10:00", "2021-03-03T25:00", "0001-01-01T00:00Z"})
    void invalidTextIsRejected(String typed) {
        assertThat(ParsedInstant.parse(typed)).isInstanceOf(ParsedInstant.Invalid.class);
    }

    @Test
    void everyLocalTimeOfParisIsParsedBack() {
        long seed = Long.getLong("seed", new Random().nextLong());
        var random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            Instant instant = Instants.any(random);
            var shown = instant.atZone(Texts.PARIS);

            assertThat(ParsedInstant.parse(shown.toOffsetDateTime().toString()))
                    .as("seed %d", seed)
                    .isEqualTo(new ParsedInstant.Valid(instant));
            switch (ParsedInstant.parse(shown.toLocalDateTime().toString())) {
                case ParsedInstant.Valid valid ->
                    assertThat(valid.instant()).as("seed %d", seed).isEqualTo(instant);
                case ParsedInstant.Ambiguous ambiguous ->
                    assertThat(ambiguous.at(shown.getOffset()))
                            .as("seed %d", seed)
                            .isEqualTo(instant);
                default -> throw new AssertionError("%s, seed %d".formatted(shown, seed));
            }
        }
    }
}
