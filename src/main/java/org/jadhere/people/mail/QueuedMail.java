package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;

import org.jooq.Record;

/**
 * A letter of the queue, as it is to be sent.
 *
 * @param messageId the same at each try
 */
record QueuedMail(long id, String messageId, String recipient, String subject, String text, String html) {

    /** Of a mail that is in no queue. */
    QueuedMail(String messageId, String recipient, RenderedMail written) {
        this(0, messageId, recipient, written.subject(), written.text(), written.html());
    }

    /** As a file among others of its kind. */
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
