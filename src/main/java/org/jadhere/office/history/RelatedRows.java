package org.jadhere.office.history;

import static org.jadhere.platform.db.Pg.number;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.db.tables.History;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * What hangs on a thing, and whose history is therefore part of its own: the payments and addresses of a service, the
 * fees of a member. Each has its index, on the very tables and the very expression that stand here.
 */
public enum RelatedRows {
    ON_SERVICE(TrackedTable.SERVICE, "service_id", TrackedTable.PAYMENT, TrackedTable.ADDRESS),
    ON_MEMBER(TrackedTable.MEMBER, "member_id", TrackedTable.FEE),
    ON_USER(
            TrackedTable.USER,
            "user_id",
            TrackedTable.EMAIL,
            TrackedTable.CREW_MEMBER,
            TrackedTable.REPRESENTATIVE,
            TrackedTable.PASSKEY,
            TrackedTable.CODE_GENERATOR,
            TrackedTable.RECOVERY_SHEET),
    ON_ORGANISATION(TrackedTable.ORGANISATION, "organisation_id", TrackedTable.REPRESENTATIVE),
    ON_CREW(TrackedTable.CREW, "crew_id", TrackedTable.CREW_MEMBER, TrackedTable.CREW_PERMISSION);

    private final TrackedTable owner;
    private final String column;
    private final List<TrackedTable> hanging;

    RelatedRows(TrackedTable owner, String column, TrackedTable... hanging) {
        this.owner = owner;
        this.column = column;
        this.hanging = List.of(hanging);
    }

    /** The history of one thing: its own rows, and all rows of what ever hung on it. Each by its own index. */
    static Condition historyOf(TrackedTable kind, long id) {
        var own = HISTORY.as("own");
        Select<Record1<Long>> ids = select(own.ID)
                .from(own)
                .where(own.TABLE_NAME.eq(inline(kind.table())))
                .and(own.ROW_ID.eq(id));
        for (RelatedRows hanging : values()) {
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
        Stream<String> tables = hanging.stream().map(TrackedTable::table);
        return hung.TABLE_NAME.in(tables.map(table -> inline(table)).toList());
    }
}
