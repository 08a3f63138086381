package org.jadhere.people.account;

import java.time.Duration;
import org.jadhere.platform.db.Word;

/** The purpose of a one-time link, and how long it is valid: what opens an account, ten minutes (OWASP ASVS 6.5.5). */
public enum LinkPurpose implements Word {
    /** To choose a new password. */
    PASSWORD(Duration.ofMinutes(10)),
    /** To log in without a password. */
    LOGIN(Duration.ofMinutes(10)),
    /** To confirm an e-mail address of an account. */
    EMAIL(Duration.ofHours(24)),
    /** To confirm a request to join. */
    JOIN(Duration.ofDays(7));

    /** The validity of a link to choose the first password, sent to new members. */
    public static final Duration FIRST_PASSWORD = Duration.ofDays(7);

    private final Duration validity;

    LinkPurpose(Duration validity) {
        this.validity = validity;
    }

    public Duration validity() {
        return validity;
    }
}
