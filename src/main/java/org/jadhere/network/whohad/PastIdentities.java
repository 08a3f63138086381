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

/** Who a member was at an instant: the identity is the one of then, which may be another than today's. */
@Component
class PastIdentities {

    private final DSLContext db;
    private final RowHistory past;

    PastIdentities(DSLContext db, RowHistory past) {
        this.db = db;
        this.past = past;
    }

    /** Number and holder of a member are fixed for good (member_kept), so that today's row tells them. */
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
        State user = past.of(APP_USER, id).atOrFirst(at).orElseThrow();
        var emails = known(past.hanging(USER_EMAIL, "user_id", id), user, at)
                .sorted(Comparator.comparing(email -> Integer.parseInt(email.value("position"))))
                .map(email -> email.value("email"))
                .toList();
        return new PastHolder(
                number, name(user), emails, user.value("phone"), user.value("address"), List.of(), user.knownSince(at));
    }

    private PastHolder organisation(int number, long id, Instant at) {
        State organisation = past.of(ORGANISATION, id).atOrFirst(at).orElseThrow();
        var people = known(past.hanging(ORGANISATION_USER, "organisation_id", id), organisation, at)
                .map(link -> Long.parseLong(link.value("user_id")))
                .flatMap(person -> past.of(APP_USER, person).atOrFirst(at).stream())
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
                people,
                organisation.knownSince(at));
    }

    /** What hung on somebody at an instant; where they were recorded later, what was recorded with them, or first of all. */
    private static Stream<State> known(List<RowTimeline> lives, State owner, Instant at) {
        if (owner.isKnownAt(at)) {
            return of(lives, at);
        }
        return of(lives, owner.since()).findAny().isPresent()
                ? of(lives, owner.since())
                : lives.stream().map(life -> life.states().getFirst().since()).min(Comparator.naturalOrder()).stream()
                        .flatMap(first -> of(lives, first));
    }

    private static Stream<State> of(List<RowTimeline> lives, Instant at) {
        return lives.stream().flatMap(life -> life.at(at).stream());
    }

    private static String name(State user) {
        return PersonName.of(user.value("first_name"), user.value("last_name"), user.value("username"));
    }
}
