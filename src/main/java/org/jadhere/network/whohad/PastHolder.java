package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member with the names and addresses recorded at an instant, not those of today.
 *
 * @param number of the member
 * @param representatives the users who acted for an organisation
 * @param knownSince when this was recorded, if after the instant
 */
record PastHolder(
        int number,
        String name,
        List<String> emails,
        String phone,
        String address,
        List<String> representatives,
        @Nullable Instant knownSince) {

    public PastHolder {
        emails = List.copyOf(emails);
        representatives = List.copyOf(representatives);
    }
}
