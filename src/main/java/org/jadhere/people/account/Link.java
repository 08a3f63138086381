package org.jadhere.people.account;

import org.jspecify.annotations.Nullable;

/**
 * A valid link that was sent by e-mail.
 *
 * @param userId of its owner; null for visitors who want to join
 * @param email address it was sent to
 */
public record Link(long id, @Nullable Long userId, String email) {

    /** A new link, with the secret that is sent and not stored. */
    public record Issued(long id, String secret) {}
}
