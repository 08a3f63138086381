package org.jadhere.network.addresses;

import java.time.Instant;
import org.jadhere.network.services.Service;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * An address or prefix that a service held.
 *
 * @param from the first instant
 * @param until the first instant no more; none while it is held
 * @param knownSince when it was written down
 * @param endKnownSince when its end was written down; none where it has none
 */
public record IpAllocation(
        long id,
        Service.Ref service,
        Member.@Nullable Ref member,
        IpPrefix address,
        Instant from,
        @Nullable Instant until,
        Instant knownSince,
        @Nullable Instant endKnownSince) {

    public boolean isCurrent() {
        return until == null;
    }
}
