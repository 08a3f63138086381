package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.REVERSE_NAME;

import java.util.Map;
import org.jadhere.network.publishing.HostName;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.PgAddresses;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes reverse names. Administrators may name any address, users those that their running services hold. The database
 * records the service that holds the address at that instant.
 */
@Component
class ReverseNameBook {

    /** More than a home network needs, and few enough to keep zones small. */
    private static final int MAX_PER_SERVICE = 256;

    private final DSLContext db;
    private final ReverseNames names;

    ReverseNameBook(DSLContext db, ReverseNames names) {
        this.db = db;
        this.names = names;
    }

    /** @param idempotencyKey identifies the request: the same key twice adds one row */
    @Transactional
    public void declare(Actor actor, IpPrefix address, HostName name, String idempotencyKey) {
        PgAddresses.lockAllocations(db);
        if (!actor.superuser()) {
            checkOwn(actor, address);
        }
        var violations = Map.of(
                "reverse_name_once", new RuleViolationException("address", "error.address-named", address.toString()),
                "reverse_name_ours", new RuleViolationException("address", "error.not-our-prefix"));
        RuleViolationException.translateConstraints(
                violations,
                () -> IdempotentInsert.insert(
                        db,
                        REVERSE_NAME,
                        Map.of(REVERSE_NAME.ADDRESS, address, REVERSE_NAME.NAME, name.text()),
                        idempotencyKey));
    }

    /** The error is the same for a free address and for one of another member, so that it reveals no holder. */
    private void checkOwn(Actor actor, IpPrefix address) {
        long service = names.ownServiceHolding(actor, address)
                .orElseThrow(() -> new RuleViolationException("address", "error.not-your-address", address.toString()));
        if (names.countOf(service) >= MAX_PER_SERVICE) {
            throw new RuleViolationException("address", "error.too-many", MAX_PER_SERVICE);
        }
    }

    /** Replaces the name; the address never changes. */
    @Transactional
    public void change(Actor actor, long id, HostName name, FormSnapshot snapshot) {
        snapshot.requireUnchanged(ReverseNameForm.fields(locked(actor, id)));
        RuleViolationException.translateConstraints(
                Map.of("reverse_name_ours", new RuleViolationException("name", "error.not-our-prefix")),
                () -> db.update(REVERSE_NAME)
                        .set(REVERSE_NAME.NAME, name.text())
                        .where(REVERSE_NAME.ID.eq(id))
                        .execute());
    }

    @Transactional
    public void remove(Actor actor, long id) {
        locked(actor, id);
        db.deleteFrom(REVERSE_NAME).where(REVERSE_NAME.ID.eq(id)).execute();
    }

    /** Takes the lock on addresses before rows, as every writer does, to avoid deadlocks. */
    private ReverseName locked(Actor actor, long id) {
        PgAddresses.lockAllocations(db);
        var name = names.find(actor, id).orElseThrow(NotFoundException::new);
        if (!actor.superuser() && names.ownServiceHolding(actor, name.address()).isEmpty()) {
            throw new NotFoundException();
        }
        return name;
    }
}
