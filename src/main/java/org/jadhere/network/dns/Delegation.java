package org.jadhere.network.dns;

import java.util.List;
import org.jadhere.network.services.Service;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * The name servers to which the reverse zone of a prefix is delegated.
 *
 * @param service that held all of the prefix when it was delegated; null if no single one did
 */
public record Delegation(long id, IpPrefix prefix, List<String> servers, Service.@Nullable Ref service) {

    public Delegation {
        servers = List.copyOf(servers);
    }
}
