package org.jadhere.mail;

import org.jadhere.db.tables.Mail;
import org.jooq.Record;

/**
 * A letter of the queue, as it is to be sent.
 *
 * @param messageId the same at each try
 */
record Envelope(long id, String messageId, String recipient, String subject, String text, String html) {

    static Envelope of(Record row) {
        return new Envelope(
                row.get(Mail.MAIL.ID),
                row.get(Mail.MAIL.MESSAGE_ID),
                row.get(Mail.MAIL.RECIPIENT),
                row.get(Mail.MAIL.SUBJECT),
                row.get(Mail.MAIL.BODY_TEXT),
                row.get(Mail.MAIL.BODY_HTML));
    }
}
