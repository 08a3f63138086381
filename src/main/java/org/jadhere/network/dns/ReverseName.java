package org.jadhere.network.dns;

import org.jadhere.network.services.Service;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * What a single address is called in the DNS.
 *
 * @param service that held the address when the name was declared; none where it is the association's own
 * @param delegated whether other name servers answer for the address, so that the name is not in our zones
 */
public record ReverseName(long id, IpPrefix address, String name, Service.@Nullable Ref service, boolean delegated) {}
