package org.jadhere.network.dns;

import java.util.List;
import java.util.Optional;
import org.jadhere.network.publishing.Publications;
import org.jadhere.platform.audit.Author;
import org.springframework.stereotype.Component;

/** The zones of the association's prefixes: the same on every server, since all of them are in the database. */
@Component
class Zones {

    private final ZoneDataReader declarations;
    private final Publications publications;

    Zones(ZoneDataReader declarations, Publications publications) {
        this.declarations = declarations;
        this.publications = publications;
    }

    /** Whether zones are given out. */
    boolean areOn() {
        return publications.current().zones();
    }

    /** In network order. To be looked at, whether they are given out or not. */
    List<Zone> all() {
        return now().zones();
    }

    /** As they are given out; none where they are not. */
    List<ZoneFile> files() {
        if (!areOn()) {
            return List.of();
        }
        var declared = now();
        return declared.zones().stream()
                .map(zone -> new ZoneFile(zone, declared.servers(), declared.serial()))
                .toList();
    }

    Optional<ZoneFile> file(String origin) {
        return files().stream()
                .filter(file -> file.zone().origin().equals(origin))
                .findAny();
    }

    /** What has ended by itself is forgotten by the program, not by who happens to look. */
    private ZoneData now() {
        Author.program().act(() -> {
            declarations.forgetPastHolders();
            return true;
        });
        return declarations.now();
    }
}
