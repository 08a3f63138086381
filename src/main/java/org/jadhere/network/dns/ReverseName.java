package org.jadhere.network.dns;

import org.jadhere.network.services.Service;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * The reverse DNS name (PTR) of a single address.
 *
 * @param service that held the address when the name was declared; null for an address of the association itself
 * @param delegated whether the address is delegated to other name servers, so that our zones omit the name
 */
public record ReverseName(long id, IpPrefix address, String name, Service.@Nullable Ref service, boolean delegated) {}
