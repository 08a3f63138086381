package org.jadhere.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV for spreadsheet programs: with a byte order mark, by which they detect UTF-8, and without formulas. */
final class CsvSheetWriter implements Sheet.Writer {

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

    /** Puts an apostrophe before a text that a spreadsheet would evaluate as a formula (CSV injection). */
    private static String escapeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
