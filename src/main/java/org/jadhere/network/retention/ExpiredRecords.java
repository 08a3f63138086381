package org.jadhere.network.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What would be erased now, or was.
 *
 * @param keptSince what ended by then goes; none where no setting says so
 * @param allocations with those deleted before, of which only the history tells, and the names of addresses that were removed
 * @param lines of the history
 * @param oldest when the first of the allocations ended
 * @param newest when the last of them ended
 */
public record ExpiredRecords(
        @Nullable Instant keptSince,
        int allocations,
        int lines,
        int sightings,
        @Nullable Instant oldest,
        @Nullable Instant newest) {

    public boolean isNothing() {
        return allocations == 0 && sightings == 0;
    }
}
