package org.jadhere.people.users;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jooq.impl.DSL.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jadhere.people.access.Actor;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates accounts and changes contact details: crews for all users, users for themselves. */
@Component
public class UserBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "app_user_username", new RuleViolationException("username", "error.username-taken"),
            "app_user_username_form", new RuleViolationException("username", "error.username-form"));

    private final DSLContext db;
    private final Users users;
    private final EmailAddresses emails;
    private final Recipients recipients;
    private final ApplicationEventPublisher events;

    /**
     * Another person changed the e-mail addresses of a user; published in the transaction of the act.
     *
     * @param before the user at the addresses to notify: the primary one before, and the first confirmed one; none for a
     *     new account
     * @param after all addresses, the primary one first
     * @param added those of them that are new and not confirmed
     */
    public record EmailsChanged(long userId, List<Recipient> before, List<String> after, List<String> added) {

        public EmailsChanged {
            before = List.copyOf(before);
            after = List.copyOf(after);
            added = List.copyOf(added);
        }
    }

    UserBook(
            DSLContext db,
            Users users,
            EmailAddresses emails,
            Recipients recipients,
            ApplicationEventPublisher events) {
        this.db = db;
        this.users = users;
        this.emails = emails;
        this.recipients = recipients;
        this.events = events;
    }

    /**
     * Creates an account.
     *
     * @param username empty to derive one from the person's name
     * @param idempotencyKey identifies the form: the same key creates one account
     * @return the user's id
     */
    @Transactional
    public long create(Actor actor, Contact contact, String username, String idempotencyKey) {
        actor.must(UserRights.mayChangeContact(actor));
        String login = username.isEmpty() ? availableUsername(contact) : username;
        Map<Field<?>, Object> columns = new LinkedHashMap<>(columns(contact));
        columns.put(APP_USER.USERNAME, login);
        var user = RuleViolationException.translateConstraints(
                VIOLATIONS, () -> IdempotentInsert.insert(db, APP_USER, columns, idempotencyKey));
        if (user.isNew()) {
            replaceEmails(user.id(), contact.emails());
        }
        return user.id();
    }

    /** {@code camille.dupont}, or {@code camille.dupont2} if that exists. */
    private String availableUsername(Contact contact) {
        String name = Texts.fold(contact.firstName() + " " + contact.lastName())
                .strip()
                .replaceAll("[^a-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
        String base = name.isEmpty() ? "compte" : name.substring(0, Math.min(name.length(), 100));
        Set<String> existing = new HashSet<>(db.select(lower(APP_USER.USERNAME))
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).startsWith(base))
                .fetch(row -> row.value1()));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? base : base + number)
                .filter(candidate -> !existing.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    @Transactional
    public void change(Actor actor, long id, Contact contact, FormSnapshot seen) {
        lock(db, APP_USER.ID, id);
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        actor.must(UserRights.mayChangeContact(actor));
        seen.requireUnchanged(user.contact().fields());
        if (!user.contact().emails().equals(contact.emails())) {
            actor.must(UserRights.mayChangeEmails(actor, user));
            replaceEmails(id, contact.emails());
        }
        db.update(APP_USER).set(columns(contact)).where(APP_USER.ID.eq(id)).execute();
    }

    /** Notifies the user at the addresses before, and sends to each new one a link to confirm it. */
    private void replaceEmails(long userId, List<String> after) {
        var before = recipients.everywhere(userId);
        var unconfirmedBefore = emails.unconfirmedOf(userId);
        emails.replace(userId, after);
        List<String> added = new ArrayList<>(emails.unconfirmedOf(userId));
        added.removeAll(unconfirmedBefore);
        events.publishEvent(new EmailsChanged(userId, before, after, added));
    }

    /** An administrator counts an address of another user as confirmed, after asking the person. */
    @Transactional
    public void confirmEmail(Actor actor, long userId, String email) {
        actor.must(actor.superuser() && actor.userId() != userId);
        lock(db, APP_USER.ID, userId);
        if (!emails.unconfirmedOf(userId).contains(email)) {
            throw new NotFoundException();
        }
        emails.confirm(userId, email);
    }

    /** Changes the actor's own details except the e-mail addresses, which must be confirmed first. */
    @Transactional
    public void changeOwn(Actor actor, Contact contact, FormSnapshot seen) {
        lock(db, APP_USER.ID, actor.userId());
        var user = users.find(actor, actor.userId()).orElseThrow(NotFoundException::new);
        seen.requireUnchanged(user.contact().fields());
        db.update(APP_USER)
                .set(columns(contact))
                .where(APP_USER.ID.eq(user.id()))
                .execute();
    }

    /** All but the e-mail addresses, which have a table of their own. */
    private static Map<Field<?>, Object> columns(Contact contact) {
        return Map.of(
                APP_USER.FIRST_NAME, contact.firstName(),
                APP_USER.LAST_NAME, contact.lastName(),
                APP_USER.PHONE, contact.phone(),
                APP_USER.ADDRESS, contact.address(),
                APP_USER.LANGUAGE, contact.language());
    }
}
