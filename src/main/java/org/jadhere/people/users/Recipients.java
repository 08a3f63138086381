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

/** Finds users as recipients of mails: those with an e-mail address and, unless stated otherwise, an active account. */
@Component
public class Recipients {

    private final DSLContext db;

    Recipients(DSLContext db) {
        this.db = db;
    }

    /**
     * A user as the recipient of a mail.
     *
     * @param language fr or en
     */
    public record Recipient(long userId, String username, String name, String email, String language) {}

    /** The users who have this address, in any letter case; each with the address as they spell it. */
    public List<Recipient> withEmail(String email) {
        return fetch(lower(USER_EMAIL.EMAIL).eq(lower(val(email))).and(APP_USER.ACTIVE));
    }

    /** The user at their primary address; empty without one. */
    public Optional<Recipient> of(long userId) {
        return fetch(APP_USER.ID
                        .eq(userId)
                        .and(USER_EMAIL.POSITION.eq((short) 0))
                        .and(APP_USER.ACTIVE))
                .stream()
                .findFirst();
    }

    /** The same, also for a closed account: for a last mail. */
    public Optional<Recipient> evenIfClosed(long userId) {
        return fetch(APP_USER.ID.eq(userId).and(USER_EMAIL.POSITION.eq((short) 0))).stream()
                .findFirst();
    }

    private List<Recipient> fetch(Condition which) {
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
