package org.jadhere.pages.service;

import java.util.List;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.addresses.IpAllocations;
import org.jadhere.network.dns.ServiceNames;
import org.jadhere.network.services.Service;
import org.jadhere.people.access.Actor;
import org.springframework.stereotype.Component;

/** The addresses that a service holds now, and the names declared for them. */
@Component
class ServiceResources {

    private final IpAllocations addresses;
    private final ServiceNames names;

    ServiceResources(IpAllocations addresses, ServiceNames names) {
        this.addresses = addresses;
        this.names = names;
    }

    List<IpAllocation> addressesOf(Actor actor, Service service) {
        return addresses.of(actor, service).stream()
                .filter(IpAllocation::isCurrent)
                .toList();
    }

    /** For users who manage the service. */
    List<String> namesOf(Service service) {
        return names.of(service);
    }
}
