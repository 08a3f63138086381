package org.jadhere.addresses;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jadhere.access.Actor;
import org.jadhere.addresses.AllocationBook.Choice;
import org.jadhere.addresses.AllocationBook.Part;
import org.jadhere.db.IpPrefix;
import org.jadhere.services.ServiceBook;
import org.jadhere.services.ServiceBook.Description;
import org.jadhere.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Administrators prepare services with their addresses and no member yet, one by one or many at once. */
@Component
public class Preparation {

    private final ServiceBook services;
    private final AllocationBook allocations;
    private final Taken taken;

    Preparation(ServiceBook services, AllocationBook allocations, Taken taken) {
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
    public List<Batch.Draft> preview(Actor actor, Batch batch) {
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
    public void prepare(Actor actor, Batch batch, List<IpPrefix> expected, String once) {
        if (services.isPrepared(actor, named(once, 0))) {
            return;
        }
        var drafts = preview(actor, batch);
        if (!drafts.stream().map(Batch.Draft::address).toList().equals(expected)) {
            throw new Refused("form", "batch.changed");
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
