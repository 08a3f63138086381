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

/** Reads a service and its member at an instant from the history. */
@Component
class PastServices {

    private final RowHistory history;
    private final PastIdentities identities;

    PastServices(RowHistory history, PastIdentities identities) {
        this.history = history;
        this.identities = identities;
    }

    PastService of(long serviceId, Instant at) {
        RowTimeline timeline = history.of(SERVICE, serviceId);
        State service = assigned(timeline, at).or(() -> timeline.atOrFirst(at)).orElseThrow();
        String member = isAssigned(service, at) ? service.value("member_id") : "";
        return new PastService(
                serviceId,
                service.value("label"),
                type(service, at),
                new Period(day(service, "starts_on"), day(service, "ends_on")),
                member.isEmpty() ? null : identities.of(Long.parseLong(member), at),
                service.knownSince(at),
                changed(timeline, service, at));
    }

    /**
     * The state with a member recorded at the instant, else the first one recorded later that had begun at the instant:
     * volunteers record on Monday what they allocated on Saturday.
     */
    private static Optional<State> assigned(RowTimeline timeline, Instant at) {
        return timeline.at(at)
                .filter(state -> isAssigned(state, at))
                .or(() -> timeline.after(at)
                        .filter(state -> isAssigned(state, at))
                        .findFirst());
    }

    private static boolean isAssigned(State service, Instant at) {
        LocalDate start = day(service, "starts_on");
        boolean begun = start != null && !start.isAfter(at.atZone(Texts.PARIS).toLocalDate());
        return !service.value("member_id").isEmpty() && (service.isKnownAt(at) || begun);
    }

    private static @Nullable Instant changed(RowTimeline timeline, State service, Instant at) {
        return timeline.after(at)
                .filter(state -> state.since().isAfter(service.since()))
                .filter(state -> !state.value("member_id").equals(service.value("member_id")))
                .map(State::since)
                .findFirst()
                .orElse(null);
    }

    private String type(State service, Instant at) {
        return history.of(SERVICE_TYPE, Long.parseLong(service.value("type_id")))
                .atOrFirst(at)
                .map(type -> type.value("name"))
                .orElse("");
    }

    private static @Nullable LocalDate day(State service, String column) {
        String day = service.value(column);
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
