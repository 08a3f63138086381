package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.platform.audit.SecurityLog;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The ordered e-mail addresses of a user. Unchanged addresses keep their row, which the history refers to. */
@Component
public class EmailAddresses {

    /** Maximum per account, the same as in the constraint user_email_position_range. */
    public static final int MAX_COUNT = 100;

    private final DSLContext db;

    EmailAddresses(DSLContext db) {
        this.db = db;
    }

    /** The primary one first. */
    public List<String> of(long userId) {
        return db.select(USER_EMAIL.EMAIL)
                .from(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .orderBy(USER_EMAIL.POSITION)
                .fetch(USER_EMAIL.EMAIL);
    }

    /** Those that the owner has not confirmed, in order. */
    public List<String> unconfirmedOf(long userId) {
        return db.select(USER_EMAIL.EMAIL)
                .from(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .and(USER_EMAIL.CONFIRMED.isFalse())
                .orderBy(USER_EMAIL.POSITION)
                .fetch(USER_EMAIL.EMAIL);
    }

    /** Counts an address of the user as confirmed; the database allows it to the owner and to administrators. */
    public void confirm(long userId, String email) {
        SecurityLog.write(SecurityLog.Event.ACCOUNT_CHANGED, userId, "address-confirmed");
        db.update(USER_EMAIL)
                .set(USER_EMAIL.CONFIRMED, true)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .and(lower(USER_EMAIL.EMAIL).eq(lower(val(email))))
                .execute();
    }

    /**
     * Replaces all addresses of a user; call it in a transaction. The database counts those that another user adds as
     * unconfirmed.
     */
    public void replace(long userId, List<String> emails) {
        SecurityLog.write(SecurityLog.Event.ACCOUNT_CHANGED, userId, "addresses");
        var lowered =
                emails.stream().map(email -> email.toLowerCase(Locale.ROOT)).toList();
        db.deleteFrom(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .and(lower(USER_EMAIL.EMAIL).notIn(lowered))
                .execute();
        Map<String, Record> existing = new LinkedHashMap<>();
        db.selectFrom(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(userId))
                .forEach(row -> existing.put(row.get(USER_EMAIL.EMAIL).toLowerCase(Locale.ROOT), row));
        updatePositions(emails, lowered, existing);
        for (int position = 0; position < emails.size(); position++) {
            if (!existing.containsKey(lowered.get(position))) {
                insert(userId, position, emails.get(position));
            }
        }
    }

    /** Updates all rows in one statement: one by one, two would temporarily have the same position. */
    private void updatePositions(List<String> emails, List<String> lowered, Map<String, Record> existing) {
        Map<Long, Short> positions = new LinkedHashMap<>();
        Map<Long, String> spellings = new LinkedHashMap<>();
        existing.forEach((email, row) -> {
            int position = lowered.indexOf(email);
            if (row.get(USER_EMAIL.POSITION) != position
                    || !row.get(USER_EMAIL.EMAIL).equals(emails.get(position))) {
                positions.put(row.get(USER_EMAIL.ID), (short) position);
                spellings.put(row.get(USER_EMAIL.ID), emails.get(position));
            }
        });
        if (!positions.isEmpty()) {
            db.update(USER_EMAIL)
                    .set(USER_EMAIL.POSITION, case_(USER_EMAIL.ID).mapValues(positions))
                    .set(USER_EMAIL.EMAIL, case_(USER_EMAIL.ID).mapValues(spellings))
                    .where(USER_EMAIL.ID.in(positions.keySet()))
                    .execute();
        }
    }

    private void insert(long userId, int position, String email) {
        db.insertInto(USER_EMAIL)
                .set(USER_EMAIL.USER_ID, userId)
                .set(USER_EMAIL.POSITION, (short) position)
                .set(USER_EMAIL.EMAIL, email)
                .execute();
    }
}
