package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * The users who have confirmed this address, in any letter case; each with the address as they spell it. Mails that
     * give access to an account are sent to them only.
     */
    public List<Recipient> withEmail(String email) {
        return fetch(lower(USER_EMAIL.EMAIL)
                .eq(lower(val(email)))
                .and(USER_EMAIL.CONFIRMED)
                .and(APP_USER.ACTIVE));
    }

    /** The user at their first confirmed address, else at their primary one; empty without an address. */
    public Optional<Recipient> of(long userId) {
        return fetch(APP_USER.ID.eq(userId).and(APP_USER.ACTIVE)).stream().findFirst();
    }

    /** The user at the primary address and, where that is not confirmed, also at the first confirmed one. */
    public List<Recipient> everywhere(long userId) {
        var all = fetch(APP_USER.ID.eq(userId).and(APP_USER.ACTIVE));
        return Stream.concat(
                        all.stream().limit(1),
                        fetch(APP_USER.ID
                                        .eq(userId)
                                        .and(USER_EMAIL.POSITION.eq((short) 0))
                                        .and(APP_USER.ACTIVE))
                                .stream())
                .distinct()
                .toList();
    }

    /** The same, also for a closed account: for a last mail. */
    public Optional<Recipient> evenIfClosed(long userId) {
        return fetch(APP_USER.ID.eq(userId)).stream().findFirst();
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
                .orderBy(APP_USER.ID, USER_EMAIL.CONFIRMED.desc(), USER_EMAIL.POSITION)
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
