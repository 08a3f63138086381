package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.ORGANISATION_USER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jadhere.people.users.EmailAddresses;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Notifies an organisation, at its address and those of its representatives, of what gives access to its data. */
@Component
class RepresentativeNotices {

    private final DSLContext db;
    private final Recipients recipients;
    private final EmailAddresses emails;
    private final Outbox outbox;

    RepresentativeNotices(DSLContext db, Recipients recipients, EmailAddresses emails, Outbox outbox) {
        this.db = db;
        this.recipients = recipients;
        this.emails = emails;
        this.outbox = outbox;
    }

    /**
     * Notifies of a new representative; call it before the row is inserted. The organisation's own address is left out if
     * it is one of the new representative's.
     */
    void sendAdded(Organisation organisation, long userId) {
        var present = representatives(organisation.id());
        boolean own = emails.of(userId).stream().anyMatch(organisation.email()::equalsIgnoreCase);
        String name = recipients.evenIfClosed(userId).map(Recipient::name).orElse("?");
        Stream.concat(
                        own ? Stream.empty() : address(organisation, present).stream(),
                        present.stream().map(MailRecipient::of))
                .forEach(reader -> outbox.post(new Notification(
                        NotificationKind.REPRESENTATIVE_ADDED, reader, List.of(organisation.name(), name), "/me")));
    }

    /** Notifies the address before. */
    void sendEmailChanged(Organisation before, String after) {
        address(before, representatives(before.id()))
                .ifPresent(reader -> outbox.post(new Notification(
                        NotificationKind.ORGANISATION_EMAIL_CHANGED,
                        reader,
                        List.of(before.name(), after.isEmpty() ? "–" : after),
                        "/me")));
    }

    private List<Recipient> representatives(long organisation) {
        return db
                .select(ORGANISATION_USER.USER_ID)
                .from(ORGANISATION_USER)
                .where(ORGANISATION_USER.ORGANISATION_ID.eq(organisation))
                .orderBy(ORGANISATION_USER.ID)
                .fetch(ORGANISATION_USER.USER_ID)
                .stream()
                .flatMap(user -> recipients.of(user).stream())
                .toList();
    }

    private static Optional<MailRecipient> address(Organisation organisation, List<Recipient> representatives) {
        String language =
                representatives.stream().map(Recipient::language).findFirst().orElse("fr");
        return organisation.email().isEmpty()
                ? Optional.empty()
                : Optional.of(new MailRecipient(null, organisation.name(), organisation.email(), language));
    }
}
