package org.jadhere.mail;

import static org.jadhere.db.Tables.MAIL;

import org.jooq.Record;

/**
 * A letter of the queue, as it is to be sent.
 *
 * @param messageId the same at each try
 */
record Envelope(long id, String messageId, String recipient, String subject, String text, String html) {

    static Envelope of(Record row) {
        return new Envelope(
                row.get(MAIL.ID),
                row.get(MAIL.MESSAGE_ID),
                row.get(MAIL.RECIPIENT),
                row.get(MAIL.SUBJECT),
                row.get(MAIL.BODY_TEXT),
                row.get(MAIL.BODY_HTML));
    }
}
