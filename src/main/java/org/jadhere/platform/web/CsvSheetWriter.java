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

/** Rows as CSV that spreadsheets open: with the mark by which they know UTF-8, and without formulas. */
final class CsvSheetWriter implements Sheet.Rows {

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
            case String text -> harmless(text);
            case Boolean flag -> Texts.t(flag ? "filter.yes" : "filter.no");
            case Instant instant ->
                instant.atZone(Texts.PARIS).toOffsetDateTime().toString();
            default -> cell.toString();
        };
    }

    /** What a spreadsheet would take for a formula, and might run, begins with an apostrophe instead. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
