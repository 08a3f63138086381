package org.jadhere.pages.departure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.people.members.DepartureReason;
import org.jadhere.platform.web.Option;
import org.jspecify.annotations.Nullable;

/**
 * Something that a leaving person still holds.
 *
 * @param page where it is shown; null without one
 * @param lastDay if its end is known already; null without an end
 * @param choices of the reader; empty if it is the turn of others
 * @param usual the choice that the form proposes
 * @param state what the form shows of it, to detect later changes
 * @param reason why it stays, if that was noted
 * @param details of a service
 */
public record DepartureLine(
        DepartureItem item,
        String title,
        @Nullable String page,
        @Nullable LocalDate lastDay,
        List<DepartureChoice> choices,
        DepartureChoice usual,
        Map<String, String> state,
        @Nullable DepartureReason reason,
        @Nullable ServiceDetails details) {

    /** A line without details that the reader ends or leaves; for others it is an administrator's turn. */
    static DepartureLine of(
            DepartureItem item,
            String title,
            @Nullable String page,
            boolean mine,
            Map<String, DepartureReason> reasons) {
        var reason = reasons.get(item.key());
        return new DepartureLine(
                item,
                title,
                page,
                null,
                mine ? List.of(DepartureChoice.END, DepartureChoice.LEAVE) : List.of(),
                reason == null ? DepartureChoice.END : DepartureChoice.LEAVE,
                Map.of(),
                reason,
                null);
    }

    DepartureLine withState(Map<String, String> shown) {
        return new DepartureLine(item, title, page, lastDay, choices, usual, shown, reason, details);
    }

    DepartureLine leftByDefault() {
        return new DepartureLine(item, title, page, lastDay, choices, DepartureChoice.LEAVE, state, reason, details);
    }

    public Turn turn() {
        return choices.isEmpty() ? Turn.ADMINISTRATOR : Turn.YOU;
    }

    public List<Option> options() {
        return DepartureChoice.options(item.kind(), choices);
    }

    /** An end on a known day needs no decision; an account may stay open for as long as anything else stays. */
    boolean needsReason() {
        return lastDay == null && item.kind() != DepartureItem.Kind.ACCOUNT;
    }

    /** Whether it stays with the person unless the reader chooses otherwise. */
    boolean stays() {
        return usual == DepartureChoice.LEAVE;
    }
}
