package org.jadhere.access;

import static org.jadhere.db.Tables.APP_USER;
import static org.jooq.impl.DSL.lower;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jadhere.web.Missing;
import org.jadhere.web.Refused;
import org.jadhere.web.Seen;
import org.jooq.DSLContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts are opened, and how to reach their people is kept, by crews. */
@Component
class UserBook {

    private static final Map<String, Refused> WORDS = Map.of(
            "app_user_username", new Refused("username", "error.username-taken"),
            "app_user_username_form", new Refused("username", "error.username-form"));

    private final DSLContext db;
    private final Users users;
    private final Emails emails;

    UserBook(DSLContext db, Users users, Emails emails) {
        this.db = db;
        this.users = users;
        this.emails = emails;
    }

    /**
     * Without a login name, one is made of the name.
     *
     * @param once names the account: opened a second time, it stays one
     * @return the user's id
     */
    @Transactional
    public long open(Actor actor, Contact contact, String username, String once) {
        allow(UserRights.mayChangeContact(actor), actor);
        String login = username.isEmpty() ? freeName(contact) : username;
        var id = Refused.orSay(
                WORDS,
                () -> db.insertInto(APP_USER)
                        .set(APP_USER.EXTERNAL_ID, once)
                        .set(APP_USER.USERNAME, login)
                        .set(APP_USER.FIRST_NAME, contact.firstName())
                        .set(APP_USER.LAST_NAME, contact.lastName())
                        .set(APP_USER.PHONE, contact.phone())
                        .set(APP_USER.ADDRESS, contact.address())
                        .set(APP_USER.LANGUAGE, contact.language())
                        .onConflict(APP_USER.EXTERNAL_ID)
                        .doNothing()
                        .returningResult(APP_USER.ID)
                        .fetchOptional(APP_USER.ID));
        id.ifPresent(user -> emails.replace(user, contact.emails()));
        return id.orElseGet(
                () -> db.fetchSingle(APP_USER, APP_USER.EXTERNAL_ID.eq(once)).get(APP_USER.ID));
    }

    /** {@code camille.dupont}, or {@code camille.dupont2} where there is one already. */
    private String freeName(Contact contact) {
        String name = Normalizer.normalize(contact.firstName() + " " + contact.lastName(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .strip()
                .replaceAll("[^a-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
        String base = name.isEmpty() ? "compte" : name.substring(0, Math.min(name.length(), 100));
        Set<String> taken = new HashSet<>(db.select(lower(APP_USER.USERNAME))
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).startsWith(base))
                .fetch(row -> row.value1()));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? base : base + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    @Transactional
    public void change(Actor actor, long id, Contact contact, Seen seen) {
        db.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .forNoKeyUpdate()
                .execute();
        var user = users.find(actor, id).orElseThrow(Missing::new);
        allow(UserRights.mayChangeContact(actor), actor);
        seen.mustStillBe(Contact.of(user).fields());
        if (!user.emails().equals(contact.emails())) {
            allow(UserRights.mayChangeEmails(actor, user), actor);
            emails.replace(id, contact.emails());
        }
        db.update(APP_USER)
                .set(APP_USER.FIRST_NAME, contact.firstName())
                .set(APP_USER.LAST_NAME, contact.lastName())
                .set(APP_USER.PHONE, contact.phone())
                .set(APP_USER.ADDRESS, contact.address())
                .set(APP_USER.LANGUAGE, contact.language())
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    private static void allow(boolean allowed, Actor actor) {
        if (!allowed) {
            throw new AccessDeniedException("not for " + actor.username());
        }
    }
}
