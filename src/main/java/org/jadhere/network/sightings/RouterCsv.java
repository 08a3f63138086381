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

/** Streams a router's table in CSV; the first faulty line ends it with an error that has its number. */
final class RouterCsv {

    private static final int MAX_FIELD = 10_000;
    private static final int MAX_LINE = 100_000;
    private static final Pattern PLACE = Pattern.compile("record starting at line (\\d+)");

    private final String name;
    private final SightingParser parser;
    private long line = 1;

    /** @param name of the file, for error messages */
    RouterCsv(String name, SightingParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** Passes each sighting to the consumer; returns the number of lines. */
    int read(InputStream file, Consumer<Sighting> consumer) {
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), MAX_LINE)) {
            String names = firstLine(reader);
            try (var records = csvReader(reader, RouterCsvHeader.separator(names))) {
                return read(records.iterator(), consumer);
            }
        } catch (CsvParseException malformed) {
            throw malformed(malformed);
        } catch (CommandException fault) {
            throw new CommandException("%s:%d: %s".formatted(name, line, fault.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException("%s cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    /** Returns the header line and resets the reader before it, after a byte order mark if there is one. */
    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        reader.mark(MAX_LINE);
        var names = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (names.length() > MAX_LINE / 2) {
                throw new CommandException("longer than %d characters".formatted(MAX_LINE / 2));
            }
            names.append((char) c);
        }
        reader.reset();
        return names.toString();
    }

    private static CsvReader<CsvRecord> csvReader(BufferedReader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .commentStrategy(CommentStrategy.NONE)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFieldSize(MAX_FIELD).maxRecordSize(MAX_LINE)),
                        reader);
    }

    private int read(Iterator<CsvRecord> records, Consumer<Sighting> consumer) {
        if (!records.hasNext()) {
            throw new CommandException("empty: not even a header line");
        }
        var header = RouterCsvHeader.of(records.next().getFields());
        int count = 0;
        while (records.hasNext()) {
            line++;
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            consumer.accept(parser.read(header, record));
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
