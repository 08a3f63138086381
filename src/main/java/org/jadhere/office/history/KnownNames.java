package org.jadhere.office.history;

import java.util.Map;
import org.jadhere.office.history.HistoryEntry.Subject;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** What the things that some entries mention are called: those that exist, and those that have been deleted. */
record KnownNames(Map<Subject, Named> things) {

    /**
     * A thing and its name.
     *
     * @param name empty for what has none
     * @param number of the member that it is or belongs to
     * @param holder the name of the member that a service belongs to
     * @param alive whether it still exists
     */
    record Named(
            Subject subject,
            String name,
            @Nullable Integer number,
            @Nullable String holder,
            boolean alive) {}

    boolean isAlive(Subject subject) {
        var named = things.get(subject);
        return named != null && named.alive();
    }

    /** As it stands within a sentence: a member with the number, a service with its member. */
    String name(TrackedTable kind, String id) {
        var named = id.matches("\\d{1,18}") ? things.get(new Subject(kind.table(), Long.parseLong(id))) : null;
        if (named == null) {
            return Texts.t("history.forgotten", id);
        }
        String name = named.name().isEmpty() ? Texts.t("service.unnamed", id) : named.name();
        if (named.number() == null) {
            return name;
        }
        String number = Texts.t("member.number", String.valueOf(named.number()));
        return named.holder() == null ? name + ", " + number : "%s (%s, %s)".formatted(name, named.holder(), number);
    }
}
