package org.jadhere.office.history;

import static org.jadhere.platform.db.Pg.number;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.people.access.Actor;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;

/**
 * Conditions on HISTORY for the entries that an actor may see: all of some tables, and those on services that the
 * actor's crews manage. An entry is visible if the service was managed both before and after the change.
 */
final class HistoryRights {

    private static final Set<TrackedTable> CREWS = EnumSet.of(
            TrackedTable.USER,
            TrackedTable.EMAIL,
            TrackedTable.ORGANISATION,
            TrackedTable.REPRESENTATIVE,
            TrackedTable.MEMBER,
            TrackedTable.MEMBERSHIP,
            TrackedTable.FEE,
            TrackedTable.JOIN_REQUEST);
    private static final Set<TrackedTable> BANK = EnumSet.of(
            TrackedTable.MEMBER,
            TrackedTable.MEMBERSHIP,
            TrackedTable.FEE,
            TrackedTable.SERVICE,
            TrackedTable.HOLDING,
            TrackedTable.PAYMENT,
            TrackedTable.VALIDATION);
    private static final Set<TrackedTable> MANAGED = EnumSet.of(
            TrackedTable.SERVICE_TYPE,
            TrackedTable.SERVICE,
            TrackedTable.HOLDING,
            TrackedTable.PAYMENT,
            TrackedTable.ADDRESS);

    private HistoryRights() {}

    static Condition seenBy(Actor actor) {
        if (actor.superuser()) {
            return noCondition();
        }
        Condition seen = isOf(fullyVisibleTables(actor));
        return actor.isCrew() ? or(seen, isManagedBy(actor)) : seen;
    }

    /** The same for one table: a simpler condition, for which the planner finds the right index. */
    static Condition seenBy(Actor actor, TrackedTable table) {
        boolean all = actor.superuser() || fullyVisibleTables(actor).contains(table);
        return isOf(table).and(all ? noCondition() : actor.isCrew() ? isManagedBy(actor, table) : falseCondition());
    }

    /** Returns the tables of which the actor may see any entries. */
    static List<TrackedTable> tablesSeenBy(Actor actor) {
        var managed = actor.isCrew() ? MANAGED : Set.of();
        var all = fullyVisibleTables(actor);
        return Stream.of(TrackedTable.values())
                .filter(table -> actor.superuser() || all.contains(table) || managed.contains(table))
                .toList();
    }

    /** Only the managing crew may see the notes of a service, although the bank crew sees the service. */
    static Condition notesShownTo(Actor actor) {
        return actor.superuser()
                ? trueCondition()
                : isOf(TrackedTable.SERVICE).not().or(managed(HISTORY.ROW_ID, actor));
    }

    private static Set<TrackedTable> fullyVisibleTables(Actor actor) {
        var kinds = EnumSet.noneOf(TrackedTable.class);
        kinds.addAll(actor.isCrew() ? CREWS : Set.of());
        kinds.addAll(actor.isBank() ? BANK : Set.of());
        return kinds;
    }

    private static Condition isManagedBy(Actor actor) {
        return or(MANAGED.stream()
                .map(table -> isOf(table).and(isManagedBy(actor, table)))
                .toList());
    }

    private static Condition isManagedBy(Actor actor, TrackedTable table) {
        return switch (table) {
            case SERVICE_TYPE -> HISTORY.ROW_ID.in(actor.managedTypes());
            case SERVICE -> managed(HISTORY.ROW_ID, actor);
            case HOLDING, PAYMENT, ADDRESS -> onManaged(HISTORY.BEFORE, actor).and(onManaged(HISTORY.AFTER, actor));
            default -> falseCondition();
        };
    }

    private static Condition onManaged(Field<JSON> image, Actor actor) {
        return image.isNull().or(managed(number(image, "service_id"), actor));
    }

    /** Decides by the type that the service has now, or had when it was deleted. */
    private static Condition managed(Field<Long> service, Actor actor) {
        if (!actor.isCrew()) {
            return falseCondition();
        }
        var deletion = HISTORY.as("gone");
        return exists(selectOne().from(SERVICE).where(SERVICE.ID.eq(service)).and(ServiceRights.managedBy(actor)))
                .or(exists(selectOne()
                        .from(deletion)
                        .where(deletion.TABLE_NAME.eq(inline(TrackedTable.SERVICE.tableName())))
                        .and(deletion.ROW_ID.eq(service))
                        .and(deletion.ACTION.eq(inline("delete")))
                        .and(number(deletion.BEFORE, "type_id").in(actor.managedTypes()))));
    }

    private static Condition isOf(TrackedTable table) {
        return HISTORY.TABLE_NAME.eq(inline(table.tableName()));
    }

    private static Condition isOf(Collection<TrackedTable> kinds) {
        return HISTORY.TABLE_NAME.in(
                kinds.stream().map(table -> inline(table.tableName())).toList());
    }
}
