package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.network.whohad.RowTimeline.State;
import org.jadhere.people.access.PersonName;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the identity of a member as it was recorded at an instant. */
@Component
class PastIdentities {

    private final DSLContext db;
    private final RowHistory history;

    PastIdentities(DSLContext db, RowHistory history) {
        this.db = db;
        this.history = history;
    }

    /** Reads number and user or organisation from the current row, as they never change (constraint member_kept). */
    PastHolder of(long memberId, Instant at) {
        var member = db.select(MEMBER.NUMBER, MEMBER.USER_ID, MEMBER.ORGANISATION_ID)
                .from(MEMBER)
                .where(MEMBER.ID.eq(memberId))
                .fetchSingle();
        Long user = member.get(MEMBER.USER_ID);
        return user == null
                ? organisation(member.get(MEMBER.NUMBER), member.get(MEMBER.ORGANISATION_ID), at)
                : person(member.get(MEMBER.NUMBER), user, at);
    }

    private PastHolder person(int number, long id, Instant at) {
        State user = history.of(APP_USER, id).atOrFirst(at).orElseThrow();
        var emails = statesAt(history.referencing(USER_EMAIL, "user_id", id), user, at)
                .sorted(Comparator.comparing(email -> Integer.parseInt(email.value("position"))))
                .map(email -> email.value("email"))
                .toList();
        return new PastHolder(
                number, name(user), emails, user.value("phone"), user.value("address"), List.of(), user.knownSince(at));
    }

    private PastHolder organisation(int number, long id, Instant at) {
        State organisation = history.of(ORGANISATION, id).atOrFirst(at).orElseThrow();
        var representatives = statesAt(history.referencing(ORGANISATION_USER, "organisation_id", id), organisation, at)
                .map(link -> Long.parseLong(link.value("user_id")))
                .flatMap(person -> history.of(APP_USER, person).atOrFirst(at).stream())
                .map(PastIdentities::name)
                .toList();
        return new PastHolder(
                number,
                organisation.value("name"),
                Stream.of(organisation.value("email"))
                        .filter(email -> !email.isEmpty())
                        .toList(),
                organisation.value("phone"),
                organisation.value("address"),
                representatives,
                organisation.knownSince(at));
    }

    /**
     * The rows that referred to the owner at an instant. If the owner was recorded later: the rows recorded with it, else
     * the first ones.
     */
    private static Stream<State> statesAt(List<RowTimeline> timelines, State owner, Instant at) {
        if (owner.isKnownAt(at)) {
            return states(timelines, at);
        }
        return states(timelines, owner.since()).findAny().isPresent()
                ? states(timelines, owner.since())
                : timelines.stream()
                        .map(timeline -> timeline.states().getFirst().since())
                        .min(Comparator.naturalOrder())
                        .stream()
                        .flatMap(first -> states(timelines, first));
    }

    private static Stream<State> states(List<RowTimeline> timelines, Instant at) {
        return timelines.stream().flatMap(timeline -> timeline.at(at).stream());
    }

    private static String name(State user) {
        return PersonName.of(user.value("first_name"), user.value("last_name"), user.value("username"));
    }
}
