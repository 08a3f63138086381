package org.jadhere.money.common;

import static org.jadhere.platform.db.Tables.VALIDATION;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank crew confirms that money is on the account, one or many at once, and may take that back. All or nothing;
 * the database asks once more whether the actor may.
 */
@Component
public class Validations {

    private final DSLContext db;
    private final Attribution attribution;

    Validations(DSLContext db, Attribution attribution) {
        this.db = db;
        this.attribution = attribution;
    }

    /** How many, and how much in euros. */
    public record Sum(int items, BigDecimal total) {

        public boolean isSameAs(Sum other) {
            return items == other.items && total.compareTo(other.total) == 0;
        }
    }

    /**
     * One confirmation.
     *
     * @param standing how many of its items are still validated by it
     */
    public record Validation(long id, Instant at, String by, Sum sum, int standing) {}

    /** What of the book waits and meets the condition; counts it all, so ask only where somebody wants to know. */
    public Sum waiting(ValidatedTable book, Condition which) {
        return db.select(count(), total(book.amount()))
                .from(book.table())
                .where(which)
                .and(book.validated().isFalse())
                .fetchSingle(row -> new Sum(row.value1(), row.value2()));
    }

    /**
     * Confirms what waits and meets the condition.
     *
     * @param expected what the actor saw; where it has changed meanwhile, nothing is confirmed
     * @param once names this confirmation: the second time it is only found again
     * @return the id of the validation
     */
    @Transactional
    public long confirm(Actor actor, ValidatedTable book, Condition which, Sum expected, String once) {
        actor.must(actor.holds(Permission.PAYMENT_VALIDATE));
        var validation = begin(actor, expected, once);
        if (!validation.isNew()) {
            return validation.id();
        }
        attribution.declareBankAct();
        var confirmed = name("confirmed")
                .as(db.update(book.table())
                        .set(book.validated(), true)
                        .set(book.validationId(), validation.id())
                        .where(which)
                        .and(book.validated().isFalse())
                        .returningResult(book.amount()));
        Sum seen = db.with(confirmed)
                .select(count(), total(field(book.amount())))
                .from(table(name("confirmed")))
                .fetchSingle(row -> new Sum(row.value1(), row.value2()));
        if (!seen.isSameAs(expected)) {
            throw new RuleViolationException("form", "validation.changed");
        }
        return validation.id();
    }

    private IdempotentInsert begin(Actor actor, Sum expected, String once) {
        if (expected.items() == 0) {
            throw new RuleViolationException("form", "validation.nothing");
        }
        var columns = Map.<Field<?>, Object>of(
                VALIDATION.ACTOR_ID, actor.userId(),
                VALIDATION.ACTOR, actor.name(),
                VALIDATION.ITEMS, expected.items(),
                VALIDATION.TOTAL, expected.total());
        return IdempotentInsert.insert(db, VALIDATION, columns, once);
    }

    /** Takes back all that one confirmation still holds; how many. */
    @Transactional
    public int undo(Actor actor, ValidatedTable book, long validation, String reason) {
        return takeBack(actor, book, book.validationId().eq(validation), reason);
    }

    /** Takes the validation of one thing back; the reason stays in the history. */
    @Transactional
    public void takeBack(Actor actor, ValidatedTable book, long id, String reason) {
        if (takeBack(actor, book, book.id().eq(id), reason) == 0) {
            throw new NotFoundException();
        }
    }

    private int takeBack(Actor actor, ValidatedTable book, Condition which, String reason) {
        actor.must(actor.holds(Permission.PAYMENT_VALIDATE));
        attribution.declareBankAct();
        attribution.declareReason(reason);
        return db.update(book.table())
                .set(book.validated(), false)
                .where(which)
                .and(book.validated())
                .execute();
    }

    /** When one thing of the book was confirmed; unknown of what came by import. Ask of what the actor sees. */
    public Optional<Instant> at(ValidatedTable book, long id) {
        return db.select(VALIDATION.AT)
                .from(VALIDATION)
                .join(book.table())
                .on(book.validationId().eq(VALIDATION.ID))
                .where(book.id().eq(id))
                .fetchOptional(VALIDATION.AT);
    }

    /** The last confirmations of this book that still hold something, the latest first. */
    public List<Validation> latest(ValidatedTable book) {
        return db.select(VALIDATION.asterisk(), count(book.id()).as("standing"))
                .from(VALIDATION)
                .join(book.table())
                .on(book.validationId().eq(VALIDATION.ID))
                .where(VALIDATION.ID.gt(
                        db.select(coalesce(max(VALIDATION.ID), inline(0L)).minus(20L))
                                .from(VALIDATION)
                                .asField()))
                .groupBy(VALIDATION.ID)
                .orderBy(VALIDATION.ID.desc())
                .limit(5)
                .fetch(Validations::toValidation);
    }

    private static Validation toValidation(Record row) {
        return new Validation(
                row.get(VALIDATION.ID),
                row.get(VALIDATION.AT),
                row.get(VALIDATION.ACTOR),
                new Sum(row.get(VALIDATION.ITEMS), row.get(VALIDATION.TOTAL)),
                row.get("standing", Integer.class));
    }

    private static Field<BigDecimal> total(Field<?> amount) {
        return coalesce(sum(cast(amount, SQLDataType.NUMERIC)), val(BigDecimal.ZERO));
    }

    private static Field<?> field(Field<?> column) {
        return org.jooq.impl.DSL.field(column.getUnqualifiedName(), column.getDataType());
    }
}
