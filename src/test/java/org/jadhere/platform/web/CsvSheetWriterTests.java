package org.jadhere.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No cell begins as a formula, also where a spreadsheet splits at semicolons or tabs. */
class CsvSheetWriterTests {

    private static String written(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var csv = new CsvSheetWriter(out)) {
            csv.write(List.of(text));
        }
        return out.toString(UTF_8).substring(1).strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "=1+1 | '=1+1",
                "+33 5 61 | '+33 5 61",
                "x;=1+1; | x;'=1+1;",
                "x;y; @SUM(A1) | x;y;' @SUM(A1)",
                "＝1+1 | '＝1+1",
                "a;－2 | a;'－2",
                "plain - text | plain - text",
                "a; b | a; b",
                "jean-pierre@example.org | jean-pierre@example.org"
            })
    void formulasGetAnApostrophe(String typed, String cell) throws IOException {
        assertThat(written(typed)).isEqualTo(cell);
    }

    @Test
    void spacesAndTabsHideNone() throws IOException {
        assertThat(written("\u00a0=1")).isEqualTo("'\u00a0=1");
        assertThat(written("a\t=1")).isEqualTo("a\t'=1");
        assertThat(written("a\n=1")).isEqualTo("\"a\n'=1\"");
    }
}
