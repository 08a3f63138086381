package org.jadhere.network.addresses;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jadhere.network.addresses.AllocationBook.Choice;
import org.jadhere.network.addresses.AllocationBook.Part;
import org.jadhere.network.services.ServiceBook;
import org.jadhere.network.services.ServiceBook.Description;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Administrators prepare services with their addresses and no member yet, one by one or many at once. */
@Component
public class ServicePreparation {

    private final ServiceBook services;
    private final AllocationBook allocations;
    private final HeldAddresses taken;

    ServicePreparation(ServiceBook services, AllocationBook allocations, HeldAddresses taken) {
        this.services = services;
        this.allocations = allocations;
        this.taken = taken;
    }

    /**
     * With the next free part of a pool.
     *
     * @param once names the service: prepared a second time, it stays one
     * @return its id
     */
    @Transactional
    public long prepare(Actor actor, Description description, Part next, String once) {
        var service = services.prepare(actor, description, once);
        if (service.isNew()) {
            allocations.giveNext(actor, service.id(), next, named(once, 0));
        }
        return service.id();
    }

    /** The same with addresses that were chosen, or none. */
    @Transactional
    public long prepare(Actor actor, Description description, Choice choice, String once) {
        var service = services.prepare(actor, description, once);
        if (service.isNew()) {
            allocations.give(actor, service.id(), choice);
        }
        return service.id();
    }

    /** What the batch would make now. Nothing is kept for it meanwhile. */
    public List<ServiceBatch.Draft> preview(Actor actor, ServiceBatch batch) {
        actor.must(actor.superuser());
        return batch.drafts(taken.in(batch.range()));
    }

    /**
     * All of the batch or nothing.
     *
     * @param expected the addresses that were shown; where others would be taken now, nothing is made
     * @param once names the batch: made a second time, it stays one
     */
    @Transactional
    public void prepare(Actor actor, ServiceBatch batch, List<IpPrefix> expected, String once) {
        if (services.isPrepared(actor, named(once, 0))) {
            return;
        }
        var drafts = preview(actor, batch);
        if (!drafts.stream().map(ServiceBatch.Draft::address).toList().equals(expected)) {
            throw new RuleViolationException("form", "batch.changed");
        }
        for (int n = 0; n < drafts.size(); n++) {
            var draft = drafts.get(n);
            prepare(
                    actor,
                    new Description(batch.typeId(), draft.label(), ""),
                    new Choice(List.of(draft.address()), null, batch.edges()),
                    named(once, n));
        }
    }

    private static String named(String once, int n) {
        return UUID.nameUUIDFromBytes((once + "/" + n).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
