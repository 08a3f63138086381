package org.jadhere.people.members;

import static org.jadhere.platform.db.Pg.bucket;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.postgres.StandbyRead;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the members on given days. */
@Component
public class MemberCounts {

    private static final Field<Integer> JOINED = field(name("joined"), SQLDataType.INTEGER);
    private static final Field<Integer> LEFT = field(name("gone"), SQLDataType.INTEGER);

    private final DSLContext db;

    MemberCounts(DSLContext db) {
        this.db = db;
    }

    /** The number of members on each day, in ascending order of the days, by one query. */
    @StandbyRead
    public List<Long> on(Actor actor, Set<LocalDate> days) {
        var inOrder = List.copyOf(new TreeSet<>(days));
        long[] changes = new long[inOrder.size() + 1];
        db.select(JOINED, LEFT, count())
                .from(select(
                                bucket(inOrder, MEMBERSHIP.JOINED_ON).as(JOINED),
                                bucket(inOrder, MEMBERSHIP.LEFT_ON).as(LEFT))
                        .from(MEMBERSHIP)
                        .where(MemberRights.membersSeenBy(actor))
                        .asTable("placed"))
                .groupBy(JOINED, LEFT)
                .forEach(row -> {
                    changes[row.value1()] += row.value3();
                    changes[bucketOrEnd(row.value2(), inOrder)] -= row.value3();
                });
        for (int day = 1; day < changes.length; day++) {
            changes[day] += changes[day - 1];
        }
        return LongStream.of(changes).limit(inOrder.size()).boxed().toList();
    }

    private static int bucketOrEnd(@Nullable Integer bucket, List<LocalDate> days) {
        return bucket == null ? days.size() : bucket;
    }
}
