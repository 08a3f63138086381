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

/** One file of a folder: reads it once, from beginning to end, and tells what is wrong with it. */
final class CsvFile {

    // Ten times the longest text that is stored; a quote that is never closed ends here, not in the memory.
    private static final int LONGEST_FIELD = 1_000_000;
    private static final int ROWS_PER_REPORT = 20_000;
    private static final Pattern PLACE = Pattern.compile("(.*?)[ (]+(?:in )?record starting at line (\\d+)\\)?(.*)");

    private final Path path;
    private final CsvTable kind;
    private final Faults faults;

    CsvFile(Path folder, CsvTable kind, Faults faults) {
        this.path = folder.resolve(kind.file());
        this.kind = kind;
        this.faults = faults;
    }

    /**
     * What was read.
     *
     * @param present the columns that the file has
     * @param whole false when reading stopped before the end: what is missing may then be in the rest
     */
    record Reading(Set<String> present, long rows, boolean whole) {
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
                                limits -> limits.maxFieldSize(LONGEST_FIELD).maxRecordSize(2 * LONGEST_FIELD)),
                        reader);
    }

    private Reading read(Iterator<CsvRecord> records, CopyRows rows, ProgressListener progress) {
        if (!records.hasNext()) {
            faults.add(kind, 0, "", "empty: not even a header line");
            return Reading.BROKEN;
        }
        var header = CsvHeader.read(records.next(), kind, faults);
        if (header.isEmpty()) {
            return Reading.BROKEN;
        }
        var checked = new CsvRowReader(kind, header.get(), faults);
        long count = 0;
        while (records.hasNext()) {
            checked.read(records.next(), rows);
            if (++count % ROWS_PER_REPORT == 0) {
                progress.update(kind.file(), count);
            }
        }
        return new Reading(header.get().names(), count, true);
    }

    /** FastCSV tells the line in its sentence; here it stands in front, as everywhere. */
    private void malformed(String message) {
        var place = PLACE.matcher(message);
        boolean placed = place.matches();
        String reason = placed ? place.group(1) + place.group(3) : message;
        if (reason.contains("max")) {
            reason = "a field or line is longer than %d characters; is a quote never closed?".formatted(LONGEST_FIELD);
        }
        faults.add(kind, placed ? Long.parseLong(place.group(2)) : 0, "", reason + "; the rest was not read");
    }

    private void unreadable(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof CharacterCodingException) {
            faults.add(kind, lineOfBadBytes(), "", "not UTF-8; the rest was not read");
        } else {
            faults.add(kind, 0, "", "cannot be read: " + cause);
        }
    }

    /** Character by character, since a larger read fails before it tells where. */
    private long lineOfBadBytes() {
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
