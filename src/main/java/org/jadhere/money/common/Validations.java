package org.jadhere.money.common;

import static org.jadhere.platform.db.Tables.VALIDATION;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
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
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Validates fees and payments and withdraws validations, for actors with {@link Permission#PAYMENT_VALIDATE}. Each act
 * is one transaction, and the database checks the permission again.
 */
@Component
public class Validations {

    private static final String REMAINING = "remaining";

    private final DSLContext db;
    private final Attribution attribution;

    Validations(DSLContext db, Attribution attribution) {
        this.db = db;
        this.attribution = attribution;
    }

    /** A number of rows and their total in euros. */
    public record Sum(int items, BigDecimal total) {

        boolean isSameAs(Sum other) {
            return items == other.items && total.compareTo(other.total) == 0;
        }
    }

    /**
     * One validation of one or more rows.
     *
     * @param by the name of the actor
     * @param remaining how many of its rows are still validated
     */
    public record Validation(long id, Instant at, String by, Sum sum, int remaining) {}

    /**
     * The sum of the rows that match and are not validated. It reads all of them, so call it only for a confirmation.
     */
    Sum pending(ValidatedTable table, Condition condition) {
        return db.select(count(), total(table.amount()))
                .from(table.table())
                .where(condition)
                .and(table.validated().isFalse())
                .fetchSingle(row -> new Sum(row.value1(), row.value2()));
    }

    /**
     * Validates the rows that match and are not validated yet.
     *
     * @param expected the sum that the actor saw; a {@link RuleViolationException} if it has changed
     * @param once the external id of this validation: the same request sent twice validates once
     */
    @Transactional
    void confirm(Actor actor, ValidatedTable table, Condition condition, Sum expected, String once) {
        actor.must(actor.holds(Permission.PAYMENT_VALIDATE));
        var validation = begin(actor, expected, once);
        if (!validation.isNew()) {
            return;
        }
        attribution.declareBankAct();
        if (!update(table, condition, validation.id()).isSameAs(expected)) {
            throw new RuleViolationException("form", "validation.changed");
        }
    }

    private Sum update(ValidatedTable table, Condition condition, long validation) {
        var confirmed = name("confirmed")
                .as(db.update(table.table())
                        .set(table.validated(), true)
                        .set(table.validationId(), validation)
                        .where(condition)
                        .and(table.validated().isFalse())
                        .returningResult(table.amount()));
        return db.with(confirmed)
                .select(count(), total(field(table.amount())))
                .from(DSL.table(name("confirmed")))
                .fetchSingle(row -> new Sum(row.value1(), row.value2()));
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

    /** Withdraws a validation from all rows that it still covers; returns their number. */
    @Transactional
    int withdrawAll(Actor actor, ValidatedTable table, long validation, String reason) {
        return withdraw(actor, table, table.validationId().eq(validation), reason);
    }

    /** Withdraws the validation of one row; the history keeps the reason. */
    @Transactional
    public void withdraw(Actor actor, ValidatedTable table, long id, String reason) {
        if (withdraw(actor, table, table.id().eq(id), reason) == 0) {
            throw new NotFoundException();
        }
    }

    private int withdraw(Actor actor, ValidatedTable table, Condition condition, String reason) {
        actor.must(actor.holds(Permission.PAYMENT_VALIDATE));
        attribution.declareBankAct();
        attribution.declareReason(reason);
        return db.update(table.table())
                .set(table.validated(), false)
                .where(condition)
                .and(table.validated())
                .execute();
    }

    /** When a row was validated; unknown for imported rows. Callers must have checked that the actor sees the row. */
    public Optional<Instant> validatedAt(ValidatedTable table, long id) {
        return db.select(VALIDATION.AT)
                .from(VALIDATION)
                .join(table.table())
                .on(table.validationId().eq(VALIDATION.ID))
                .where(table.id().eq(id))
                .fetchOptional(VALIDATION.AT);
    }

    /** The last five validations, among the twenty latest, that still cover rows of this table; the latest first. */
    List<Validation> latest(ValidatedTable table) {
        return db.select(VALIDATION.asterisk(), count(table.id()).as(REMAINING))
                .from(VALIDATION)
                .join(table.table())
                .on(table.validationId().eq(VALIDATION.ID))
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
                row.get(REMAINING, Integer.class));
    }

    private static Field<BigDecimal> total(Field<?> amount) {
        return coalesce(sum(cast(amount, SQLDataType.NUMERIC)), val(BigDecimal.ZERO));
    }

    private static Field<?> field(Field<?> column) {
        return DSL.field(column.getUnqualifiedName(), column.getDataType());
    }
}
