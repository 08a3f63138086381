package org.jadhere.office.importexport;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jadhere.platform.cli.ProgressListener;

/** One file of a folder, read once from beginning to end; what is wrong with it is added to the faults. */
final class CsvFile {

    // Ten times the longest text that is stored. Bounds the memory that an unclosed quote can take.
    private static final int MAX_FIELD = 1_000_000;
    private static final int ROWS_PER_REPORT = 20_000;
    private static final Pattern LINE = Pattern.compile("(.*?)[ (]+(?:in )?record starting at line (\\d+)\\)?(.*)");

    private final Path path;
    private final CsvTable table;
    private final Faults faults;

    CsvFile(Path folder, CsvTable table, Faults faults) {
        this.path = folder.resolve(table.file());
        this.table = table;
        this.faults = faults;
    }

    /**
     * The result of reading a file.
     *
     * @param present the columns that the file has
     * @param complete false if reading stopped before the end, so that a missing row may be in the rest
     */
    record Reading(Set<String> present, long rows, boolean complete) {
        static final Reading NOTHING = new Reading(Set.of(), 0, true);
        static final Reading BROKEN = new Reading(Set.of(), 0, false);
    }

    Reading read(CopyRows rows, ProgressListener progress) {
        if (!Files.exists(path)) {
            return Reading.NOTHING;
        }
        try (var reader = open();
                var records = parser(reader)) {
            return read(records.iterator(), rows, progress);
        } catch (CsvParseException e) {
            malformed(String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            unreadable(e);
        }
        return Reading.BROKEN;
    }

    private BufferedReader open() throws IOException {
        var reader = Files.newBufferedReader(path);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static CsvReader<CsvRecord> parser(Reader reader) {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .commentStrategy(CommentStrategy.NONE)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFieldSize(MAX_FIELD).maxRecordSize(2 * MAX_FIELD)),
                        reader);
    }

    private Reading read(Iterator<CsvRecord> records, CopyRows rows, ProgressListener progress) {
        if (!records.hasNext()) {
            faults.add(table, 0, "", "empty: not even a header line");
            return Reading.BROKEN;
        }
        var header = CsvHeader.read(records.next(), table, faults);
        if (header.isEmpty()) {
            return Reading.BROKEN;
        }
        var checked = new CsvRowReader(table, header.get(), faults);
        long count = 0;
        while (records.hasNext()) {
            checked.read(records.next(), rows);
            if (++count % ROWS_PER_REPORT == 0) {
                progress.update(table.file(), count);
            }
        }
        return new Reading(header.get().names(), count, true);
    }

    /** Moves the line number, which FastCSV puts into its message, to the front as in all faults. */
    private void malformed(String message) {
        var found = LINE.matcher(message);
        boolean hasLine = found.matches();
        String reason = hasLine ? found.group(1) + found.group(3) : message;
        if (reason.contains("max")) {
            reason = "a field or line is longer than %d characters; is a quote never closed?".formatted(MAX_FIELD);
        }
        faults.add(table, hasLine ? Long.parseLong(found.group(2)) : 0, "", reason + "; the rest was not read");
    }

    private void unreadable(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof CharacterCodingException) {
            faults.add(table, malformedLine(), "", "not UTF-8; the rest was not read");
        } else {
            faults.add(table, 0, "", "cannot be read: " + cause);
        }
    }

    /** Reads single characters, since a larger read fails before the line is known. */
    private long malformedLine() {
        long line = 1;
        try (var reader = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder())) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                line += c == '\n' ? 1 : 0;
            }
        } catch (IOException e) {
            return line;
        }
        return line;
    }
}
