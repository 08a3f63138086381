package org.jadhere.network.whohad;

import java.time.Instant;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * A service and its member at an instant, as recorded.
 *
 * @param label of the service
 * @param period when the service was active
 * @param holder null without a member
 * @param knownSince when this was recorded, if after the instant
 * @param changedAt when the next change of the member was recorded
 */
record PastService(
        long serviceId,
        String label,
        String type,
        Period period,
        @Nullable PastHolder holder,
        @Nullable Instant knownSince,
        @Nullable Instant changedAt) {}
