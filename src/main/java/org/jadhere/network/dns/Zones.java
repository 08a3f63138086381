package org.jadhere.network.dns;

import java.util.List;
import java.util.Optional;
import org.jadhere.network.publishing.Publications;
import org.jadhere.platform.audit.Author;
import org.springframework.stereotype.Component;

/** The reverse zones of the association's prefixes, identical on every server, as they come from the database alone. */
@Component
class Zones {

    private final ZoneDataReader reader;
    private final Publications publications;

    Zones(ZoneDataReader reader, Publications publications) {
        this.reader = reader;
        this.publications = publications;
    }

    /** Whether zones are published. */
    boolean areEnabled() {
        return publications.current().zones();
    }

    /** All zones in network order, even if they are not published. */
    List<Zone> all() {
        return read().zones();
    }

    /** The published zone files; empty if zones are switched off. */
    List<ZoneFile> files() {
        if (!areEnabled()) {
            return List.of();
        }
        var data = read();
        return data.zones().stream()
                .map(zone -> new ZoneFile(zone, data.servers(), data.serial()))
                .toList();
    }

    Optional<ZoneFile> file(String origin) {
        return files().stream()
                .filter(file -> file.zone().origin().equals(origin))
                .findAny();
    }

    /** The program, not the current user, is the author of the removal of expired names. */
    private ZoneData read() {
        Author.program().act(() -> {
            reader.removeExpired();
            return true;
        });
        return reader.read();
    }
}
