package org.jadhere.pages.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jspecify.annotations.Nullable;

/** For whom a guide is written. */
public enum Readership {
    MEMBER,
    CREW,
    TREASURER,
    ADMINISTRATOR,
    SYSADMIN;

    /** As addresses, folders and messages call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Readership> of(String word) {
        return Arrays.stream(values())
                .filter(reader -> reader.word().equals(word))
                .findFirst();
    }

    /** Where several guides explain a page, somebody is sent to the first of these. */
    static List<Readership> preferredBy(@Nullable Actor actor) {
        if (actor == null) {
            return List.of(values());
        }
        var own = Stream.<Readership>builder();
        if (actor.superuser()) {
            own.add(ADMINISTRATOR);
        }
        if (actor.isCrew()) {
            own.add(CREW);
        }
        if (actor.isBank()) {
            own.add(TREASURER);
        }
        return Stream.concat(own.build(), Stream.of(values())).distinct().toList();
    }
}
