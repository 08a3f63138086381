package org.jadhere.addresses;

import java.time.Instant;
import org.jadhere.db.IpPrefix;
import org.jadhere.members.Member;
import org.jadhere.services.Service;
import org.jspecify.annotations.Nullable;

/**
 * An address or prefix that a service held.
 *
 * @param from the first instant
 * @param until the first instant no more; none while it is held
 */
public record IpAllocation(
        long id,
        Service.Ref service,
        Member.@Nullable Ref member,
        IpPrefix address,
        Instant from,
        @Nullable Instant until) {

    public boolean isCurrent() {
        return until == null;
    }
}
