package org.jadhere.support;

import static org.jadhere.platform.db.Tables.MAIL;
import static org.jooq.impl.DSL.lower;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** The mails to one address, as they are in the queue before they are sent. */
public record Mailbox(DSLContext db, String address) {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*)");

    private Result<Record> mails() {
        return db.selectFrom(MAIL)
                .where(lower(MAIL.RECIPIENT).eq(address.toLowerCase(Locale.ROOT)))
                .orderBy(MAIL.ID)
                .fetch();
    }

    /** The kinds of the mails, oldest first. */
    public List<String> kinds() {
        return mails().getValues(MAIL.KIND);
    }

    /** The plain text of the latest mail. */
    public String text() {
        return mails().getLast().get(MAIL.BODY_TEXT);
    }

    /** The plain texts of all mails, oldest first. */
    public List<String> texts() {
        return mails().getValues(MAIL.BODY_TEXT);
    }

    /** The path of the link in the latest mail. */
    public String path() {
        return path(text());
    }

    /** The path of the link in the text of a mail. */
    public static String path(String text) {
        var link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return link.group(1);
    }
}
