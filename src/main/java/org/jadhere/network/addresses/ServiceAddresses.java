package org.jadhere.network.addresses;

import java.util.List;
import java.util.Map;
import org.jadhere.network.services.Service;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses of a service, and the pools that an administrator may give it more from. */
@Component
public class ServiceAddresses {

    private final IpAllocations allocations;
    private final NextFree nextFree;

    ServiceAddresses(IpAllocations allocations, NextFree nextFree) {
        this.allocations = allocations;
        this.nextFree = nextFree;
    }

    /** @param pools nothing for whom may not give */
    public record Panel(
            long serviceId, List<IpAllocation> allocations, boolean administrator, List<Option> pools, Form form) {}

    public Panel of(Actor actor, Service service, @Nullable Form typed) {
        List<Option> pools = actor.superuser() ? nextFree.choices() : List.of();
        var usual = pools.isEmpty()
                ? Map.<String, String>of()
                : Map.of("pool", pools.getFirst().value());
        return new Panel(
                service.id(),
                allocations.of(actor, service),
                actor.superuser(),
                pools,
                typed == null ? Form.withDefaults(usual) : typed);
    }
}
