package org.jadhere.network.sightings;

import java.time.Instant;
import java.util.Locale;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * Something on which the network and the allocations do not agree. Never who it is: that is asked for, with a reason.
 *
 * @param holding the allocation it is about, or the last one; none where there never was any
 * @param since since when it is held, or no more
 * @param seenAt when it was seen last; none where that is not known
 */
public record SightingFinding(
        long id,
        What what,
        IpPrefix address,
        @Nullable Holding holding,
        @Nullable Instant since,
        @Nullable Instant seenAt,
        @Nullable String kind,
        @Nullable String source) {

    /** The lists. */
    public enum What {
        UNALLOCATED,
        SILENT,
        ENDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An allocation and its service. */
    public record Holding(long allocationId, long serviceId, String label) {}
}
