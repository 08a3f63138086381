package org.jadhere.pages.guide;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/** The readers of a guide. Its word is part of addresses, of folder names and of message keys. */
public enum Readership implements Word {
    MEMBER,
    CREW,
    TREASURER,
    ADMINISTRATOR,
    SYSADMIN;

    /** All guides, in the order in which the actor prefers them if several explain a page. */
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
