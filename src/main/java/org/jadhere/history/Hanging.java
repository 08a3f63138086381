package org.jadhere.history;

import static org.jadhere.db.Pg.number;
import static org.jadhere.db.Tables.HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.db.tables.History;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * What hangs on a thing, and whose history is therefore part of its own: the payments and addresses of a service, the
 * fees of a member. Each has its index, on the very tables and the very expression that stand here.
 */
public enum Hanging {
    ON_SERVICE(Kind.SERVICE, "service_id", Kind.PAYMENT, Kind.ADDRESS),
    ON_MEMBER(Kind.MEMBER, "member_id", Kind.FEE),
    ON_USER(
            Kind.USER,
            "user_id",
            Kind.EMAIL,
            Kind.CREW_MEMBER,
            Kind.REPRESENTATIVE,
            Kind.PASSKEY,
            Kind.CODE_GENERATOR,
            Kind.RECOVERY_SHEET),
    ON_ORGANISATION(Kind.ORGANISATION, "organisation_id", Kind.REPRESENTATIVE),
    ON_CREW(Kind.CREW, "crew_id", Kind.CREW_MEMBER, Kind.CREW_PERMISSION);

    private final Kind owner;
    private final String column;
    private final List<Kind> hanging;

    Hanging(Kind owner, String column, Kind... hanging) {
        this.owner = owner;
        this.column = column;
        this.hanging = List.of(hanging);
    }

    /** The history of one thing: its own rows, and all rows of what ever hung on it. Each by its own index. */
    static Condition historyOf(Kind kind, long id) {
        var own = HISTORY.as("own");
        Select<Record1<Long>> ids = select(own.ID)
                .from(own)
                .where(own.TABLE_NAME.eq(inline(kind.table())))
                .and(own.ROW_ID.eq(id));
        for (Hanging hanging : values()) {
            if (hanging.owner == kind) {
                ids = ids.unionAll(hanging.rowsOn(id));
            }
        }
        return HISTORY.ID.in(ids);
    }

    private Select<Record1<Long>> rowsOn(long id) {
        var hung = HISTORY.as("hung");
        var row = HISTORY.as("hanging");
        return select(row.ID)
                .from(hung)
                .join(row)
                .on(row.TABLE_NAME.eq(hung.TABLE_NAME))
                .and(row.ROW_ID.eq(hung.ROW_ID))
                .where(isHanging(hung))
                .and(number(coalesce(hung.AFTER, hung.BEFORE), column).eq(id));
    }

    /** Whether a row of the history is about what hangs on one. In the text of the statement, as the index has it: a parameter would hide from the planner that it fits. */
    public Condition isHanging(History hung) {
        Stream<String> tables = hanging.stream().map(Kind::table);
        return hung.TABLE_NAME.in(tables.map(table -> inline(table)).toList());
    }
}
