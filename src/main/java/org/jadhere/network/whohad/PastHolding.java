package org.jadhere.network.whohad;

import java.time.Instant;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * The holding of a service that covers the day of a question, as known now.
 *
 * @param externalId its id in the CSV folder
 * @param holder with the identity recorded at the instant of the question
 * @param knownSince when it was recorded that the holding began
 * @param endKnownSince when its end was recorded; null without an end
 */
record PastHolding(
        String externalId,
        Period period,
        PastHolder holder,
        Instant knownSince,
        @Nullable Instant endKnownSince) {}
