package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jadhere.network.whohad.RowTimeline.State;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose a service was at an instant. */
@Component
class PastServices {

    private final RowHistory past;
    private final PastIdentities identities;

    PastServices(RowHistory past, PastIdentities identities) {
        this.past = past;
        this.identities = identities;
    }

    PastService of(long serviceId, Instant at) {
        RowTimeline life = past.of(SERVICE, serviceId);
        State service = taken(life, at).or(() -> life.atOrFirst(at)).orElseThrow();
        String member = isTakenBy(service, at) ? service.value("member_id") : "";
        return new PastService(
                serviceId,
                service.value("label"),
                type(service, at),
                new Period(day(service, "starts_on"), day(service, "ends_on")),
                member.isEmpty() ? null : identities.of(Long.parseLong(member), at),
                service.knownSince(at),
                changed(life, service, at));
    }

    /**
     * With a member, as it was recorded at the instant; or else as it was recorded later to have been at that time
     * already: volunteers write down on Monday what they gave on Saturday.
     */
    private static Optional<State> taken(RowTimeline life, Instant at) {
        return life.at(at)
                .filter(state -> isTakenBy(state, at))
                .or(() -> life.after(at).filter(state -> isTakenBy(state, at)).findFirst());
    }

    private static boolean isTakenBy(State service, Instant at) {
        LocalDate start = day(service, "starts_on");
        boolean begun = start != null && !start.isAfter(at.atZone(Texts.PARIS).toLocalDate());
        return !service.value("member_id").isEmpty() && (service.isKnownAt(at) || begun);
    }

    private static @Nullable Instant changed(RowTimeline life, State service, Instant at) {
        return life.after(at)
                .filter(state -> state.since().isAfter(service.since()))
                .filter(state -> !state.value("member_id").equals(service.value("member_id")))
                .map(State::since)
                .findFirst()
                .orElse(null);
    }

    private String type(State service, Instant at) {
        return past.of(SERVICE_TYPE, Long.parseLong(service.value("type_id")))
                .atOrFirst(at)
                .map(type -> type.value("name"))
                .orElse("");
    }

    private static @Nullable LocalDate day(State service, String column) {
        String day = service.value(column);
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
