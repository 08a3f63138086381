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

/** Prepares services with their addresses and without a member, one or many at once; only administrators may. */
@Component
class ServicePreparation {

    private final ServiceBook services;
    private final AllocationBook allocations;
    private final HeldAddresses heldAddresses;

    ServicePreparation(ServiceBook services, AllocationBook allocations, HeldAddresses heldAddresses) {
        this.services = services;
        this.allocations = allocations;
        this.heldAddresses = heldAddresses;
    }

    /**
     * Prepares a service with the next free part of a pool.
     *
     * @param idempotencyKey identifies the request: the same key twice adds one service
     * @return the id of the service
     */
    @Transactional
    public long prepare(Actor actor, Description description, Part next, String idempotencyKey) {
        var service = services.prepare(actor, description, idempotencyKey);
        if (service.isNew()) {
            allocations.allocateNext(actor, service.id(), next, key(idempotencyKey, 0));
        }
        return service.id();
    }

    /** Prepares a service with the chosen addresses, or none. */
    @Transactional
    public long prepare(Actor actor, Description description, Choice choice, String idempotencyKey) {
        var service = services.prepare(actor, description, idempotencyKey);
        if (service.isNew()) {
            allocations.allocate(actor, service.id(), choice);
        }
        return service.id();
    }

    /** The services that the batch would prepare now; reserves nothing. */
    public List<ServiceBatch.Draft> preview(Actor actor, ServiceBatch batch) {
        actor.must(actor.superuser());
        return batch.drafts(heldAddresses.in(batch.range()));
    }

    /**
     * Prepares the whole batch or nothing.
     *
     * @param expected the addresses of the preview; refused if others would be allocated now
     * @param idempotencyKey identifies the batch: the same key twice prepares one batch
     */
    @Transactional
    public void prepare(Actor actor, ServiceBatch batch, List<IpPrefix> expected, String idempotencyKey) {
        if (services.isPrepared(actor, key(idempotencyKey, 0))) {
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
                    key(idempotencyKey, n));
        }
    }

    private static String key(String idempotencyKey, int n) {
        return UUID.nameUUIDFromBytes((idempotencyKey + "/" + n).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
