package org.jadhere.network.whohad;

import java.time.Instant;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * A service and whose it was at an instant, as it was recorded then.
 *
 * @param label of the service
 * @param period from when to when it was active
 * @param holder none where it was nobody's
 * @param knownSince when this was recorded, where that was only after the instant
 * @param changedAt when the service was next recorded as somebody else's
 */
public record PastService(
        long serviceId,
        String label,
        String type,
        Period period,
        @Nullable PastHolder holder,
        @Nullable Instant knownSince,
        @Nullable Instant changedAt) {}
