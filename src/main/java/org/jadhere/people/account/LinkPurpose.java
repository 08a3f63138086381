package org.jadhere.people.account;

import java.time.Duration;
import java.util.Locale;

/** What a link that works once is for, and how long it does. */
public enum LinkPurpose {
    /** To choose a new password. */
    PASSWORD(Duration.ofMinutes(30)),
    /** To log in without one. */
    LOGIN(Duration.ofMinutes(15)),
    /** To confirm an e-mail address of an account. */
    EMAIL(Duration.ofHours(24)),
    /** To confirm a request to join. */
    JOIN(Duration.ofDays(7));

    /** The first password of somebody who was just accepted. */
    public static final Duration WELCOME = Duration.ofDays(7);

    private final Duration validity;

    LinkPurpose(Duration validity) {
        this.validity = validity;
    }

    public Duration validity() {
        return validity;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
