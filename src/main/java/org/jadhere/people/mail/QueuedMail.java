package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;

import org.jooq.Record;

/**
 * A mail of the queue, ready to be sent.
 *
 * @param messageId the same at each attempt
 */
record QueuedMail(long id, String messageId, String recipient, String subject, String text, String html) {

    /** A mail that is not in the queue. */
    QueuedMail(String messageId, String recipient, RenderedMail mail) {
        this(0, messageId, recipient, mail.subject(), mail.text(), mail.html());
    }

    /** A file name that is unique in the folder of mails. */
    String fileName() {
        return id > 0 ? "%06d.eml".formatted(id) : messageId + ".eml";
    }

    static QueuedMail of(Record row) {
        return new QueuedMail(
                row.get(MAIL.ID),
                row.get(MAIL.MESSAGE_ID),
                row.get(MAIL.RECIPIENT),
                row.get(MAIL.SUBJECT),
                row.get(MAIL.BODY_TEXT),
                row.get(MAIL.BODY_HTML));
    }
}
