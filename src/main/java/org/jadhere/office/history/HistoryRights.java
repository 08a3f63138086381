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
 * Who may read which part of the history: of a kind of thing all, or what concerns the services that their crews manage.
 * A row is in reach when the thing was so both before and after. Conditions on HISTORY.
 */
final class HistoryRights {

    private static final Set<TrackedTable> CREWS = EnumSet.of(
            TrackedTable.USER,
            TrackedTable.EMAIL,
            TrackedTable.ORGANISATION,
            TrackedTable.REPRESENTATIVE,
            TrackedTable.MEMBER,
            TrackedTable.FEE,
            TrackedTable.JOIN_REQUEST);
    private static final Set<TrackedTable> BANK = EnumSet.of(
            TrackedTable.MEMBER, TrackedTable.FEE, TrackedTable.SERVICE, TrackedTable.PAYMENT, TrackedTable.VALIDATION);
    private static final Set<TrackedTable> MANAGED =
            EnumSet.of(TrackedTable.SERVICE_TYPE, TrackedTable.SERVICE, TrackedTable.PAYMENT, TrackedTable.ADDRESS);

    private HistoryRights() {}

    static Condition seenBy(Actor actor) {
        if (actor.superuser()) {
            return noCondition();
        }
        Condition seen = isOf(seenWhole(actor));
        return actor.isCrew() ? or(seen, isManagedBy(actor)) : seen;
    }

    /** The same where it is all about one kind: the less is asked, the better the database sees which index serves. */
    static Condition seenBy(Actor actor, TrackedTable kind) {
        boolean whole = actor.superuser() || seenWhole(actor).contains(kind);
        return isOf(kind).and(whole ? noCondition() : actor.isCrew() ? isManagedBy(actor, kind) : falseCondition());
    }

    /** The kinds of thing of which the actor may see anything at all. */
    static List<TrackedTable> kindsSeenBy(Actor actor) {
        var managed = actor.isCrew() ? MANAGED : Set.of();
        var whole = seenWhole(actor);
        return Stream.of(TrackedTable.values())
                .filter(kind -> actor.superuser() || whole.contains(kind) || managed.contains(kind))
                .toList();
    }

    /** Notes of a service are for those who manage it, though the bank sees the service. */
    static Condition notesShownTo(Actor actor) {
        return actor.superuser()
                ? trueCondition()
                : isOf(TrackedTable.SERVICE).not().or(managed(HISTORY.ROW_ID, actor));
    }

    private static Set<TrackedTable> seenWhole(Actor actor) {
        var kinds = EnumSet.noneOf(TrackedTable.class);
        kinds.addAll(actor.isCrew() ? CREWS : Set.of());
        kinds.addAll(actor.isBank() ? BANK : Set.of());
        return kinds;
    }

    private static Condition isManagedBy(Actor actor) {
        return or(MANAGED.stream()
                .map(kind -> isOf(kind).and(isManagedBy(actor, kind)))
                .toList());
    }

    private static Condition isManagedBy(Actor actor, TrackedTable kind) {
        return switch (kind) {
            case SERVICE_TYPE -> HISTORY.ROW_ID.in(actor.managedTypes());
            case SERVICE -> managed(HISTORY.ROW_ID, actor);
            case PAYMENT, ADDRESS -> onManaged(HISTORY.BEFORE, actor).and(onManaged(HISTORY.AFTER, actor));
            default -> falseCondition();
        };
    }

    private static Condition onManaged(Field<JSON> image, Actor actor) {
        return image.isNull().or(managed(number(image, "service_id"), actor));
    }

    /** By the type that the service has now, or had when it was deleted. */
    private static Condition managed(Field<Long> service, Actor actor) {
        if (!actor.isCrew()) {
            return falseCondition();
        }
        var gone = HISTORY.as("gone");
        return exists(selectOne().from(SERVICE).where(SERVICE.ID.eq(service)).and(ServiceRights.managedBy(actor)))
                .or(exists(selectOne()
                        .from(gone)
                        .where(gone.TABLE_NAME.eq(inline(TrackedTable.SERVICE.table())))
                        .and(gone.ROW_ID.eq(service))
                        .and(gone.ACTION.eq(inline("delete")))
                        .and(number(gone.BEFORE, "type_id").in(actor.managedTypes()))));
    }

    private static Condition isOf(TrackedTable kind) {
        return HISTORY.TABLE_NAME.eq(inline(kind.table()));
    }

    private static Condition isOf(Collection<TrackedTable> kinds) {
        return HISTORY.TABLE_NAME.in(
                kinds.stream().map(kind -> inline(kind.table())).toList());
    }
}
