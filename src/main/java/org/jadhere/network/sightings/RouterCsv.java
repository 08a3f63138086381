package org.jadhere.network.sightings;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jadhere.platform.cli.CommandException;

/** A router's table as CSV: read once, as a stream, up to the first line that is wrong, which is told by its number. */
final class RouterCsv {

    private static final int LONGEST_FIELD = 10_000;
    private static final int LONGEST_LINE = 100_000;
    private static final Pattern PLACE = Pattern.compile("record starting at line (\\d+)");

    private final String name;
    private final SightingParser lines;
    private long line = 1;

    /** @param name of the file, for what is said about it */
    RouterCsv(String name, SightingParser lines) {
        this.name = name;
        this.lines = lines;
    }

    /** Hands over one sighting after the other; answers how many lines there were. */
    int read(InputStream file, Consumer<Sighting> taken) {
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), LONGEST_LINE)) {
            String names = firstLine(reader);
            try (var records = parser(reader, RouterCsvHeader.separator(names))) {
                return read(records.iterator(), taken);
            }
        } catch (CsvParseException malformed) {
            throw malformed(malformed);
        } catch (CommandException wrong) {
            throw new CommandException("%s:%d: %s".formatted(name, line, wrong.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException("%s cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    /** The line of names, for its separators; and past the mark by which some programs say that a file is UTF-8. */
    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        reader.mark(LONGEST_LINE);
        var names = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (names.length() > LONGEST_LINE / 2) {
                throw new CommandException("longer than %d characters".formatted(LONGEST_LINE / 2));
            }
            names.append((char) c);
        }
        reader.reset();
        return names.toString();
    }

    private static CsvReader<CsvRecord> parser(BufferedReader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .commentStrategy(CommentStrategy.NONE)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFieldSize(LONGEST_FIELD).maxRecordSize(LONGEST_LINE)),
                        reader);
    }

    private int read(Iterator<CsvRecord> records, Consumer<Sighting> taken) {
        if (!records.hasNext()) {
            throw new CommandException("empty: not even a header line");
        }
        var header = RouterCsvHeader.of(records.next().getFields());
        int count = 0;
        while (records.hasNext()) {
            line++;
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            taken.accept(lines.read(header, record));
            count++;
        }
        return count;
    }

    private CommandException malformed(CsvParseException failure) {
        String message = String.valueOf(failure.getMessage());
        var place = PLACE.matcher(message);
        String reason = message.contains("max")
                ? "a field or line is too long; is a quote never closed?"
                : message.replaceAll("[ (]+(in )?record starting at line .*", "");
        return new CommandException(
                "%s:%s: %s".formatted(name, place.find() ? place.group(1) : String.valueOf(line + 1), reason));
    }
}
