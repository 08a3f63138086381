package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recorded states of one row in order of time. */
record RowTimeline(List<State> states) {

    /**
     * The columns of a row until its next state.
     *
     * @param since when the state was recorded
     * @param columns empty if the row is deleted
     */
    record State(Instant since, Map<String, @Nullable String> columns) {

        String value(String column) {
            String value = columns.get(column);
            return value == null ? "" : value;
        }

        boolean isDeleted() {
            return columns.isEmpty();
        }

        boolean isKnownAt(Instant instant) {
            return !since.isAfter(instant);
        }

        /** When the state was recorded, if after the instant. */
        @Nullable
        Instant knownSince(Instant instant) {
            return isKnownAt(instant) ? null : since;
        }
    }

    RowTimeline {
        states = List.copyOf(states);
    }

    /** The state at an instant; empty if the row was deleted or not yet recorded. */
    Optional<State> at(Instant instant) {
        return states.stream()
                .filter(state -> state.isKnownAt(instant))
                .reduce((earlier, later) -> later)
                .filter(state -> !state.isDeleted());
    }

    /** As {@link #at}; the first state if the row was recorded later. */
    Optional<State> atOrFirst(Instant instant) {
        return at(instant).or(() -> states.stream().findFirst().filter(state -> !state.isKnownAt(instant)));
    }

    /** The states recorded later. */
    Stream<State> after(Instant instant) {
        return states.stream().filter(state -> !state.isKnownAt(instant));
    }
}
