package org.jadhere.network.whohad;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as they were known at an instant: names and addresses of then, not of today.
 *
 * @param number of the member
 * @param representatives who acted for an organisation
 * @param knownSince when this was recorded, where that was only after the instant
 */
public record PastHolder(
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
