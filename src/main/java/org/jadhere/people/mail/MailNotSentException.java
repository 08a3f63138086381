package org.jadhere.people.mail;

/** A mail was not sent, or it is unknown whether the mail server accepted it. The message is the server's reason. */
public final class MailNotSentException extends RuntimeException {

    private final boolean permanent;
    private final boolean certain;

    MailNotSentException(String reason, boolean permanent, boolean certain, Throwable cause) {
        super(reason, cause);
        this.permanent = permanent;
        this.certain = certain;
    }

    /** Whether another attempt would fail in the same way. */
    public boolean permanent() {
        return permanent;
    }

    /** Whether the mail was certainly not accepted; false where that is unknown. */
    boolean certain() {
        return certain;
    }
}
