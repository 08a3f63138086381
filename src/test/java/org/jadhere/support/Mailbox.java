package org.jadhere.support;

import static org.jadhere.platform.db.Tables.MAIL;
import static org.jooq.impl.DSL.lower;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Somebody's mailbox: the letters to it, as they stand in the queue until they are sent. */
public record Mailbox(DSLContext db, String address) {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*)");

    private Result<Record> letters() {
        return db.selectFrom(MAIL)
                .where(lower(MAIL.RECIPIENT).eq(address.toLowerCase(Locale.ROOT)))
                .orderBy(MAIL.ID)
                .fetch();
    }

    /** The kinds of its letters, the oldest first. */
    public List<String> kinds() {
        return letters().getValues(MAIL.KIND);
    }

    /** The plain text of the latest. */
    public String text() {
        return letters().getLast().get(MAIL.BODY_TEXT);
    }

    /** The plain texts of all, the oldest first. */
    public List<String> texts() {
        return letters().getValues(MAIL.BODY_TEXT);
    }

    /** Where the link in the latest leads. */
    public String path() {
        return path(text());
    }

    /** Where the link in a letter leads. */
    public static String path(String text) {
        var link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return link.group(1);
    }
}
