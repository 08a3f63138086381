package org.jadhere.network.addresses;

import java.util.List;
import java.util.Map;
import org.jadhere.network.services.Service;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses of a service, with the pools from which an administrator may allocate more. */
@Component
public class ServiceAddresses {

    private final IpAllocations allocations;
    private final NextFree nextFree;

    ServiceAddresses(IpAllocations allocations, NextFree nextFree) {
        this.allocations = allocations;
        this.nextFree = nextFree;
    }

    /** @param pools empty for users who may not allocate */
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
