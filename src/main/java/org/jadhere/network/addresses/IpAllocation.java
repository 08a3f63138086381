package org.jadhere.network.addresses;

import java.time.Instant;
import org.jadhere.network.services.Service;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * An address or prefix that a service holds or held, from an instant (included) until another (excluded).
 *
 * @param until null while it is held
 * @param knownSince when the start was recorded
 * @param endKnownSince when the end was recorded; null without an end
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
