package org.jadhere.network.sightings;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Duration;
import java.time.Instant;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.db.IpPrefix;

/**
 * Reads a line of a router's table.
 *
 * @param at when it was seen, where the line does not say
 * @param now what was seen later than this, give or take the clock of a router, cannot be
 */
record SightingParser(Instant at, Instant now) {

    private static final int LONGEST_SOURCE = 200;
    private static final int SHOWN = 60;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** @throws CommandException saying what is wrong with it */
    Sighting read(RouterCsvHeader header, CsvRecord line) {
        if (line.getFieldCount() != header.size()) {
            throw new CommandException(
                    "%d fields, where the header has %d".formatted(line.getFieldCount(), header.size()));
        }
        String written = field(line, header.address());
        if (written.isEmpty()) {
            throw new CommandException("no address");
        }
        RouterSource way = way(header, field(line, header.kind()), written);
        return new Sighting(
                address(written, way), way, seenAt(field(line, header.seenAt())), source(field(line, header.source())));
    }

    private static String field(CsvRecord line, int place) {
        String field = place < 0 ? "" : line.getField(place).strip();
        if (field.indexOf('\uFFFD') >= 0) {
            throw new CommandException("not UTF-8: " + shown(field));
        }
        return field;
    }

    private static RouterSource way(RouterCsvHeader header, String kind, String written) {
        if (kind.isEmpty()) {
            return header.routes() ? RouterSource.ROUTE : Sighting.wayOf(written);
        }
        return RouterSource.of(kind)
                .orElseThrow(() -> new CommandException("not a kind (lease, neighbour, route): " + shown(kind)));
    }

    private static IpPrefix address(String written, RouterSource way) {
        try {
            return Sighting.address(written, way);
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
                throw new CommandException("yet to come: " + shown(written));
            }
            return seen;
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(shown(String.valueOf(wrong.getMessage())));
        }
    }

    private static String source(String written) {
        if (written.length() > LONGEST_SOURCE || written.chars().anyMatch(Character::isISOControl)) {
            throw new CommandException(
                    "not a name of %d characters at most: %s".formatted(LONGEST_SOURCE, shown(written)));
        }
        return written;
    }

    /** One line of a terminal, whatever is in the file. */
    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 2 * SHOWN ? plain : plain.substring(0, 2 * SHOWN) + "…";
    }
}
