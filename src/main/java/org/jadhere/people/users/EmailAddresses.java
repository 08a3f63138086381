package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.lower;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The e-mail addresses of a user, in order. Rows that stay keep their identity, since the history hangs on it. */
@Component
public class EmailAddresses {

    /** An account has no more, as the database has it (user_email_position_range). */
    public static final int MOST = 100;

    private final DSLContext db;

    EmailAddresses(DSLContext db) {
        this.db = db;
    }

    /** The main one first. */
    public List<String> of(long userId) {
        return db.select(USER_EMAIL.EMAIL)
                .from(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .orderBy(USER_EMAIL.POSITION)
                .fetch(USER_EMAIL.EMAIL);
    }

    /** Within the transaction of an act: afterwards the user has these and no others. */
    public void replace(long userId, List<String> wanted) {
        var lowered =
                wanted.stream().map(email -> email.toLowerCase(Locale.ROOT)).toList();
        db.deleteFrom(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .and(lower(USER_EMAIL.EMAIL).notIn(lowered))
                .execute();
        Map<String, Record> kept = new LinkedHashMap<>();
        db.selectFrom(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .forEach(row -> kept.put(row.get(USER_EMAIL.EMAIL).toLowerCase(Locale.ROOT), row));
        arrange(wanted, lowered, kept);
        for (int place = 0; place < wanted.size(); place++) {
            if (!kept.containsKey(lowered.get(place))) {
                insert(userId, place, wanted.get(place));
            }
        }
    }

    /** All at once: one by one, two would stand on the same place in between. */
    private void arrange(List<String> wanted, List<String> lowered, Map<String, Record> kept) {
        Map<Long, Short> places = new LinkedHashMap<>();
        Map<Long, String> spellings = new LinkedHashMap<>();
        kept.forEach((email, row) -> {
            int place = lowered.indexOf(email);
            if (row.get(USER_EMAIL.POSITION) != place
                    || !row.get(USER_EMAIL.EMAIL).equals(wanted.get(place))) {
                places.put(row.get(USER_EMAIL.ID), (short) place);
                spellings.put(row.get(USER_EMAIL.ID), wanted.get(place));
            }
        });
        if (!places.isEmpty()) {
            db.update(USER_EMAIL)
                    .set(USER_EMAIL.POSITION, case_(USER_EMAIL.ID).mapValues(places))
                    .set(USER_EMAIL.EMAIL, case_(USER_EMAIL.ID).mapValues(spellings))
                    .where(USER_EMAIL.ID.in(places.keySet()))
                    .execute();
        }
    }

    private void insert(long userId, int place, String email) {
        db.insertInto(USER_EMAIL)
                .set(USER_EMAIL.USER_ID, userId)
                .set(USER_EMAIL.POSITION, (short) place)
                .set(USER_EMAIL.EMAIL, email)
                .execute();
    }
}
