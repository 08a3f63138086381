package org.jadhere.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes CSV for spreadsheet programs: with a byte order mark, by which they detect UTF-8, and without formulas. */
final class CsvSheetWriter implements Sheet.Writer {

    // Also in full width, and after spaces of any kind, which some programs skip.
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n])([\\s\\p{Z}]{0,50}[=+\\-@＝＋－＠])|^([\\t\\r])");

    private final CsvWriter csv;

    CsvSheetWriter(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        writer.write('\uFEFF');
        csv = CsvWriter.builder().build(writer);
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvSheetWriter::text).toList());
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> escapeFormula(text);
            case Boolean flag -> Texts.t(flag ? "filter.yes" : "filter.no");
            case Instant instant ->
                instant.atZone(Texts.PARIS).toOffsetDateTime().toString();
            default -> cell.toString();
        };
    }

    /**
     * Puts an apostrophe before what a spreadsheet would evaluate as a formula (CSV injection): at the start of a text,
     * and within it where a program that splits at semicolons or tabs would begin a cell.
     */
    private static String escapeFormula(String text) {
        return FORMULA.matcher(text).replaceAll("$1'$2$3");
    }
}
