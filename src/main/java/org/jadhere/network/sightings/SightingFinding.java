package org.jadhere.network.sightings;

import java.time.Instant;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/**
 * A difference between sightings and allocations. It names no member, as that needs a recorded question with a reason.
 *
 * @param allocation the allocation concerned, or the last one of the address; null if there never was one
 * @param since the start of the allocation, or its end
 * @param seenAt the last sighting, if known
 */
public record SightingFinding(
        long id,
        Type type,
        IpPrefix address,
        @Nullable AllocationRef allocation,
        @Nullable Instant since,
        @Nullable Instant seenAt,
        @Nullable String kind,
        @Nullable String source) {

    public enum Type implements Word {
        UNALLOCATED,
        SILENT,
        ENDED
    }

    /** An allocation and its service. */
    public record AllocationRef(long allocationId, long serviceId, String label) {}
}
