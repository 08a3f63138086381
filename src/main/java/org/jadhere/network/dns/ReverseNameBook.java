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
 * Names of addresses are declared by administrators, and by whoever has a running service that holds the address. Whose
 * a name is, the database writes down: who holds the address at that moment.
 */
@Component
class ReverseNameBook {

    /** More than a network of machines at home needs, and no flood of a zone. */
    static final int MOST_OF_A_SERVICE = 256;

    private final DSLContext db;
    private final ReverseNames names;

    ReverseNameBook(DSLContext db, ReverseNames names) {
        this.db = db;
        this.names = names;
    }

    /** @param once names the row: declared a second time, it stays one */
    @Transactional
    public void declare(Actor actor, IpPrefix address, HostName name, String once) {
        PgAddresses.lockAllocations(db);
        if (!actor.superuser()) {
            mustBeOwn(actor, address);
        }
        var known = Map.of(
                "reverse_name_once", new RuleViolationException("address", "error.address-named", address.toString()),
                "reverse_name_ours", new RuleViolationException("address", "error.not-our-prefix"));
        RuleViolationException.translateConstraints(
                known,
                () -> IdempotentInsert.insert(
                        db, REVERSE_NAME, Map.of(REVERSE_NAME.ADDRESS, address, REVERSE_NAME.NAME, name.text()), once));
    }

    /** Nobody learns from the answer whose an address is. */
    private void mustBeOwn(Actor actor, IpPrefix address) {
        long service = names.ownHolder(actor, address)
                .orElseThrow(() -> new RuleViolationException("address", "error.not-your-address", address.toString()));
        if (names.countOf(service) >= MOST_OF_A_SERVICE) {
            throw new RuleViolationException("address", "error.too-many", MOST_OF_A_SERVICE);
        }
    }

    /** All but the address: another address is another name. */
    @Transactional
    public void change(Actor actor, long id, HostName name, FormSnapshot seen) {
        seen.requireUnchanged(ReverseNameForm.fields(held(actor, id)));
        RuleViolationException.translateConstraints(
                Map.of("reverse_name_ours", new RuleViolationException("name", "error.not-our-prefix")),
                () -> db.update(REVERSE_NAME)
                        .set(REVERSE_NAME.NAME, name.text())
                        .where(REVERSE_NAME.ID.eq(id))
                        .execute());
    }

    @Transactional
    public void remove(Actor actor, long id) {
        held(actor, id);
        db.deleteFrom(REVERSE_NAME).where(REVERSE_NAME.ID.eq(id)).execute();
    }

    /** In the order in which everybody writes here: first the turn, then rows. */
    private ReverseName held(Actor actor, long id) {
        PgAddresses.lockAllocations(db);
        var name = names.find(actor, id).orElseThrow(NotFoundException::new);
        if (!actor.superuser() && names.ownHolder(actor, name.address()).isEmpty()) {
            throw new NotFoundException();
        }
        return name;
    }
}
