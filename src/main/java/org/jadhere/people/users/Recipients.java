package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Optional;
import org.jadhere.people.access.PersonName;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Whom the program may write to by itself: people with an account that is open. */
@Component
public class Recipients {

    private final DSLContext db;

    Recipients(DSLContext db) {
        this.db = db;
    }

    /**
     * Somebody with an account, as a letter needs them.
     *
     * @param language fr or en
     */
    public record Recipient(long userId, String username, String name, String email, String language) {}

    /** Those who have this address among theirs, capitals aside; each under the address as it was given. */
    public List<Recipient> having(String email) {
        return found(lower(USER_EMAIL.EMAIL).eq(lower(val(email))).and(APP_USER.ACTIVE));
    }

    /** At their main address, if they have any. */
    public Optional<Recipient> of(long userId) {
        return found(APP_USER.ID
                        .eq(userId)
                        .and(USER_EMAIL.POSITION.eq((short) 0))
                        .and(APP_USER.ACTIVE))
                .stream()
                .findFirst();
    }

    /** The same, of accounts that are closed as well: for a last letter. */
    public Optional<Recipient> ofAnybody(long userId) {
        return found(APP_USER.ID.eq(userId).and(USER_EMAIL.POSITION.eq((short) 0))).stream()
                .findFirst();
    }

    private List<Recipient> found(Condition which) {
        return db.select(
                        APP_USER.ID,
                        APP_USER.USERNAME,
                        APP_USER.FIRST_NAME,
                        APP_USER.LAST_NAME,
                        USER_EMAIL.EMAIL,
                        APP_USER.LANGUAGE)
                .from(APP_USER)
                .join(USER_EMAIL)
                .on(USER_EMAIL.USER_ID.eq(APP_USER.ID))
                .where(which)
                .orderBy(APP_USER.ID)
                .fetch(Recipients::toRecipient);
    }

    private static Recipient toRecipient(Record row) {
        return new Recipient(
                row.get(APP_USER.ID),
                row.get(APP_USER.USERNAME),
                PersonName.in(row),
                row.get(USER_EMAIL.EMAIL),
                row.get(APP_USER.LANGUAGE));
    }
}
