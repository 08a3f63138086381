package org.jadhere.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.web.Texts;
import org.jspecify.annotations.Nullable;

/** The history as a spreadsheet reads it: a line for each field that changed. */
final class Sheet implements AutoCloseable {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final List<String> HEAD = List.of(
            "history.column.at",
            "history.column.actor",
            "history.column.door",
            "history.action",
            "history.kind",
            "history.id",
            "history.column.thing",
            "history.column.field",
            "history.column.before",
            "history.column.after",
            "history.reason");

    private final CsvWriter csv;

    private Sheet(CsvWriter csv) {
        this.csv = csv;
    }

    /** Begins with the mark by which spreadsheets know that accents are written as UTF-8. */
    static Sheet on(Writer out) throws IOException {
        out.write('\uFEFF');
        var sheet = new Sheet(CsvWriter.builder().build(out));
        sheet.csv.writeRecord(HEAD.stream().map(key -> Texts.t(key)).toList());
        return sheet;
    }

    void write(List<Sentence> sentences) {
        sentences.forEach(this::write);
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Sentence sentence) {
        if (sentence.changes().isEmpty()) {
            line(sentence, "", "", "");
        }
        sentence.changes().forEach(change -> line(sentence, change.label(), change.before(), change.after()));
    }

    private void line(Sentence sentence, String field, @Nullable String before, @Nullable String after) {
        var entry = sentence.entry();
        var kind = entry.subject().kind();
        csv.writeRecord(Stream.of(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(PARIS)),
                        entry.actor(),
                        entry.door(),
                        sentence.verb(),
                        kind == null ? entry.subject().table() : Texts.t("history.kind." + kind.word()),
                        String.valueOf(entry.subject().id()),
                        sentence.thing(),
                        field,
                        before == null ? "" : before,
                        after == null ? "" : after,
                        entry.reason() == null ? "" : entry.reason())
                .map(Sheet::harmless)
                .toList());
    }

    /** What a spreadsheet would take for a formula and compute gets an apostrophe, and stays the text it is. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
