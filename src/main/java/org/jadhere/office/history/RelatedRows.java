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
 * The rows that belong to another row, and whose history is part of its history: the holdings, payments and addresses
 * of a service, the periods and fees of a member. Each constant has an index on exactly these tables and this expression.
 */
public enum RelatedRows {
    ON_SERVICE(TrackedTable.SERVICE, "service_id", TrackedTable.HOLDING, TrackedTable.PAYMENT, TrackedTable.ADDRESS),
    ON_MEMBER(TrackedTable.MEMBER, "member_id", TrackedTable.MEMBERSHIP, TrackedTable.FEE),
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
    private final List<TrackedTable> related;

    RelatedRows(TrackedTable owner, String column, TrackedTable... related) {
        this.owner = owner;
        this.column = column;
        this.related = List.of(related);
    }

    /** Selects the history of one row and of all rows that were ever related to it, each by its own index. */
    static Condition historyOf(TrackedTable table, long id) {
        var own = HISTORY.as("own");
        Select<Record1<Long>> ids = select(own.ID)
                .from(own)
                .where(own.TABLE_NAME.eq(inline(table.tableName())))
                .and(own.ROW_ID.eq(id));
        for (RelatedRows related : values()) {
            if (related.owner == table) {
                ids = ids.unionAll(related.rowsOn(id));
            }
        }
        return HISTORY.ID.in(ids);
    }

    private Select<Record1<Long>> rowsOn(long id) {
        var entry = HISTORY.as("entry");
        var row = HISTORY.as("related");
        return select(row.ID)
                .from(entry)
                .join(row)
                .on(row.TABLE_NAME.eq(entry.TABLE_NAME))
                .and(row.ROW_ID.eq(entry.ROW_ID))
                .where(isRelated(entry))
                .and(number(coalesce(entry.AFTER, entry.BEFORE), column).eq(id));
    }

    /** Selects entries of related rows. Names are inlined: the planner does not match parameters with the index. */
    public Condition isRelated(History entry) {
        Stream<String> tables = related.stream().map(TrackedTable::tableName);
        return entry.TABLE_NAME.in(tables.map(table -> inline(table)).toList());
    }
}
