package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.SERVICE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.PgAddresses;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes delegations; only administrators may write. They are few, so lists are not paged. */
@Component
class Delegations {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "delegation_not_nested", new RuleViolationException("prefix", "error.delegation-nested"),
            "delegation_ours", new RuleViolationException("prefix", "error.not-our-prefix"));

    private final DSLContext db;

    Delegations(DSLContext db) {
        this.db = db;
    }

    List<Delegation> all() {
        return delegations().orderBy(DELEGATION.PREFIX).fetch(Delegations::toDelegation);
    }

    Optional<Delegation> find(long id) {
        return delegations().where(DELEGATION.ID.eq(id)).fetchOptional(Delegations::toDelegation);
    }

    /** @param idempotencyKey identifies the request: the same key twice adds one row */
    @Transactional
    public void add(Actor actor, IpPrefix prefix, List<HostName> servers, String idempotencyKey) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> IdempotentInsert.insert(
                        db,
                        DELEGATION,
                        Map.of(DELEGATION.PREFIX, prefix, DELEGATION.SERVERS, texts(servers)),
                        idempotencyKey));
    }

    /** Replaces the name servers; the prefix of a delegation never changes. */
    @Transactional
    public void change(Actor actor, long id, List<HostName> servers, FormSnapshot snapshot) {
        snapshot.requireUnchanged(DelegationForm.fields(locked(actor, id)));
        RuleViolationException.translateConstraints(
                Map.of("delegation_ours", new RuleViolationException("servers", "error.not-our-prefix")),
                () -> db.update(DELEGATION)
                        .set(DELEGATION.SERVERS, texts(servers))
                        .where(DELEGATION.ID.eq(id))
                        .execute());
    }

    @Transactional
    public void remove(Actor actor, long id) {
        locked(actor, id);
        db.deleteFrom(DELEGATION).where(DELEGATION.ID.eq(id)).execute();
    }

    private Delegation locked(Actor actor, long id) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        return find(id).orElseThrow(NotFoundException::new);
    }

    private static String[] texts(List<HostName> servers) {
        return servers.stream().map(HostName::text).toArray(String[]::new);
    }

    private SelectOnConditionStep<Record> delegations() {
        return db.select(DELEGATION.asterisk())
                .select(Services.REF)
                .from(DELEGATION)
                .leftJoin(Services.WITH_TYPE)
                .on(SERVICE.ID.eq(DELEGATION.SERVICE_ID));
    }

    private static Delegation toDelegation(Record row) {
        return new Delegation(
                row.get(DELEGATION.ID),
                row.get(DELEGATION.PREFIX),
                List.of(row.get(DELEGATION.SERVERS)),
                row.get(DELEGATION.SERVICE_ID) == null ? null : Services.toRef(row));
    }
}
