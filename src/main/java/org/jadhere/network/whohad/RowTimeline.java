package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one row of a table was, one state after the other; from its first state on, and never before. */
record RowTimeline(List<State> states) {

    /**
     * A row from an instant on, until its next state.
     *
     * @param since when it was recorded
     * @param columns empty where the row is gone
     */
    record State(Instant since, Map<String, @Nullable String> columns) {

        String value(String column) {
            String value = columns.get(column);
            return value == null ? "" : value;
        }

        boolean isGone() {
            return columns.isEmpty();
        }

        boolean isKnownAt(Instant instant) {
            return !since.isAfter(instant);
        }

        /** When it was recorded, where that was only after the instant. */
        @Nullable
        Instant knownSince(Instant instant) {
            return isKnownAt(instant) ? null : since;
        }
    }

    RowTimeline {
        states = List.copyOf(states);
    }

    /** As it was recorded at an instant; none where it was gone, or was not yet known. */
    Optional<State> at(Instant instant) {
        return states.stream()
                .filter(state -> state.isKnownAt(instant))
                .reduce((earlier, later) -> later)
                .filter(state -> !state.isGone());
    }

    /** The same; where it was not known yet, as it was known first. */
    Optional<State> atOrFirst(Instant instant) {
        return at(instant).or(() -> states.stream().findFirst().filter(state -> !state.isKnownAt(instant)));
    }

    /** What became of it afterwards. */
    Stream<State> after(Instant instant) {
        return states.stream().filter(state -> !state.isKnownAt(instant));
    }
}
