package org.jadhere.network.sightings;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Duration;
import java.time.Instant;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.db.IpPrefix;

/**
 * Parses a line of a router's table.
 *
 * @param at the time of lines without one
 * @param now later sightings are refused, but for a tolerance for the clocks of routers
 */
record SightingParser(Instant at, Instant now) {

    private static final int MAX_SOURCE_LENGTH = 200;
    private static final int MAX_SHOWN = 120;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** @throws CommandException with the fault of the line */
    Sighting read(RouterCsvHeader header, CsvRecord line) {
        if (line.getFieldCount() != header.size()) {
            throw new CommandException(
                    "%d fields, where the header has %d".formatted(line.getFieldCount(), header.size()));
        }
        String written = field(line, header.address());
        if (written.isEmpty()) {
            throw new CommandException("no address");
        }
        SightingKind kind = kind(header, field(line, header.kind()), written);
        return new Sighting(
                address(written, kind),
                kind,
                seenAt(field(line, header.seenAt())),
                source(field(line, header.source())));
    }

    private static String field(CsvRecord line, int position) {
        String field = position < 0 ? "" : line.getField(position).strip();
        if (field.indexOf('\uFFFD') >= 0) {
            throw new CommandException("not UTF-8: " + shown(field));
        }
        return field;
    }

    private static SightingKind kind(RouterCsvHeader header, String kind, String written) {
        if (kind.isEmpty()) {
            return header.routes() ? SightingKind.ROUTE : Sighting.kindOf(written);
        }
        return SightingKind.of(kind)
                .orElseThrow(() -> new CommandException("not a kind (lease, neighbour, route): " + shown(kind)));
    }

    private static IpPrefix address(String written, SightingKind kind) {
        try {
            return Sighting.address(written, kind);
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(shown(String.valueOf(wrong.getMessage())));
        }
    }

    private Instant seenAt(String written) {
        if (written.isEmpty()) {
            return at;
        }
        try {
            Instant seen = SightingTime.read(written);
            if (seen.isAfter(now.plus(TOLERANCE))) {
                throw new CommandException("in the future: " + shown(written));
            }
            return seen;
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(shown(String.valueOf(wrong.getMessage())));
        }
    }

    private static String source(String written) {
        if (written.length() > MAX_SOURCE_LENGTH || written.chars().anyMatch(Character::isISOControl)) {
            throw new CommandException(
                    "not a name of %d characters at most: %s".formatted(MAX_SOURCE_LENGTH, shown(written)));
        }
        return written;
    }

    /** Shortens the text to one printable line for the terminal. */
    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= MAX_SHOWN ? plain : plain.substring(0, MAX_SHOWN) + "…";
    }
}
