package org.jadhere.network.services;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.SERVICE;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Services are prepared and described by administrators; the crew of their type says whose they are, and since when
 * and until when. What is out of reach is {@link NotFoundException}, what is not allowed {@link AccessDeniedException}.
 */
@Component
public class ServiceBook {

    private static final Map<String, RuleViolationException> WORDS = Map.of(
            "service_type_of", new RuleViolationException("type", "error.no-such-type"),
            "payment_service", new RuleViolationException("form", "error.service-has-payments"),
            "ip_allocation_service", new RuleViolationException("form", "error.service-has-addresses"));

    private final DSLContext db;
    private final Services services;

    ServiceBook(DSLContext db, Services services) {
        this.db = db;
        this.services = services;
    }

    /** What an administrator says of a service. */
    public record Description(long typeId, String label, String notes) {}

    /**
     * A service of nobody yet.
     *
     * @param once names the service: prepared a second time, it stays one
     */
    @Transactional
    public IdempotentInsert prepare(Actor actor, Description description, String once) {
        actor.must(actor.superuser());
        return RuleViolationException.translateConstraints(
                WORDS, () -> IdempotentInsert.insert(db, SERVICE, columns(description), once));
    }

    public boolean isPrepared(Actor actor, String once) {
        actor.must(actor.superuser());
        return db.fetchExists(SERVICE, SERVICE.EXTERNAL_ID.eq(once));
    }

    @Transactional
    public void assign(Actor actor, long id, Member.@Nullable Ref member, Period period, FormSnapshot seen) {
        var service = locked(actor, id);
        actor.must(ServiceRights.mayAssign(actor, service));
        seen.requireUnchanged(ServiceForm.assignment(service));
        db.update(SERVICE)
                .set(SERVICE.MEMBER_ID, member == null ? null : member.id())
                .set(SERVICE.STARTS_ON, period.start())
                .set(SERVICE.ENDS_ON, period.end())
                .where(SERVICE.ID.eq(id))
                .execute();
    }

    /** Its last day. Whose it was stays written. */
    @Transactional
    public void end(Actor actor, long id, LocalDate lastDay, FormSnapshot seen) {
        var service = locked(actor, id);
        actor.must(ServiceRights.mayAssign(actor, service));
        seen.requireUnchanged(Map.of("last-day", lastDay(service)));
        LocalDate start = service.period().start();
        if (start == null || lastDay.isBefore(start)) {
            throw new RuleViolationException("last-day", "error.ends-before-start");
        }
        db.update(SERVICE)
                .set(SERVICE.ENDS_ON, lastDay.plusDays(1))
                .where(SERVICE.ID.eq(id))
                .execute();
    }

    /** As a form has it. */
    public static String lastDay(Service service) {
        return Objects.toString(service.period().lastDay(), "");
    }

    @Transactional
    public void describe(Actor actor, long id, Description description, FormSnapshot seen) {
        actor.must(actor.superuser());
        seen.requireUnchanged(ServiceForm.description(locked(actor, id)));
        RuleViolationException.translateConstraints(
                WORDS,
                () -> db.update(SERVICE)
                        .set(columns(description))
                        .where(SERVICE.ID.eq(id))
                        .execute());
    }

    /** For one made by mistake: refused where it has payments, or ever had an address. */
    @Transactional
    public void delete(Actor actor, long id) {
        actor.must(actor.superuser());
        locked(actor, id);
        RuleViolationException.translateConstraints(
                WORDS, () -> db.deleteFrom(SERVICE).where(SERVICE.ID.eq(id)).execute());
    }

    private Service locked(Actor actor, long id) {
        lock(db, SERVICE.ID, id);
        return services.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, Object> columns(Description description) {
        return Map.of(
                SERVICE.TYPE_ID, description.typeId(),
                SERVICE.LABEL, description.label(),
                SERVICE.NOTES, description.notes());
    }
}
