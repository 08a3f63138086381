package org.jadhere.network.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The number of records to erase, or erased.
 *
 * @param keptSince allocations that ended until then expire; null without a retention period
 * @param allocations includes deleted allocations and removed reverse names, of which only the history is left
 * @param lines rows of the history
 * @param oldest the earliest end of these allocations
 * @param newest the latest end of these allocations
 */
public record ExpiredRecords(
        @Nullable Instant keptSince,
        int allocations,
        int lines,
        int sightings,
        @Nullable Instant oldest,
        @Nullable Instant newest) {}
