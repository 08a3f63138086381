package org.jadhere.network.services;

import static org.jadhere.platform.db.Pg.number;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Tables;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes the latest act on the holders of a service: all rows that its transaction wrote about the service, if no other
 * act has changed one of them since. The history keeps the act and the undoing.
 */
@Component
public class ServiceUndo {

    private static final Duration OFFERED = Duration.ofDays(30);

    private final DSLContext db;
    private final HoldingRows rows;
    private final Clock clock;

    ServiceUndo(DSLContext db, HoldingRows rows, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.clock = clock;
    }

    /** An act that can be undone: the start of its transaction, and its author. */
    public record Act(Instant at, long authorId, String author) {}

    /** The act that the page of the service offers to undo. */
    public Optional<Act> latest(Actor actor, Service service) {
        if (!ServiceRights.mayAssign(actor, service)) {
            return Optional.empty();
        }
        return db.select(HISTORY.AT, HISTORY.ACTOR_ID, HISTORY.ACTOR, stands(service.id()))
                .from(HISTORY)
                .where(HISTORY.TABLE_NAME.eq(inline(Tables.HOLDING.getName())))
                .and(number(coalesce(HISTORY.AFTER, HISTORY.BEFORE), "service_id")
                        .eq(service.id()))
                .and(HISTORY.AT.gt(clock.instant().minus(OFFERED)))
                .orderBy(HISTORY.ID.desc())
                .limit(1)
                .fetchOptional()
                .filter(row -> Boolean.TRUE.equals(row.value4()))
                .map(row -> new Act(row.value1(), row.value2(), row.value3()));
    }

    private static Field<Boolean> stands(long service) {
        return function(name("act_stands"), Boolean.class, val(service), HISTORY.AT, HISTORY.ACTOR_ID);
    }

    /** The payments that the act wrote. */
    public List<Long> paymentsOf(long service, Act act) {
        return db.select(HISTORY.ROW_ID)
                .from(HISTORY)
                .where(HISTORY.AT.eq(act.at()))
                .and(HISTORY.ACTOR_ID.eq(act.authorId()))
                .and(HISTORY.TABLE_NAME.eq(inline(Tables.PAYMENT.getName())))
                .and(number(coalesce(HISTORY.AFTER, HISTORY.BEFORE), "service_id")
                        .eq(service))
                .fetch(HISTORY.ROW_ID);
    }

    /** @param shown the time of the act that the page offered; another act since then is a {@link RuleViolationException} */
    @Transactional
    public void undo(Actor actor, long id, Instant shown) {
        var service = rows.lockManaged(actor, id);
        var act = latest(actor, service)
                .filter(latest -> latest.at().equals(shown))
                .orElseThrow(() -> new RuleViolationException("form", "error.act-changed-since"));
        rows.write(
                "form",
                () -> db.select(function(
                                name("undo_act"),
                                Object.class,
                                val(id),
                                val(act.at(), HISTORY.AT),
                                val(act.authorId())))
                        .fetch());
    }
}
