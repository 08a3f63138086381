package org.jadhere.people.account;

import org.jspecify.annotations.Nullable;

/**
 * A link that was sent and still works.
 *
 * @param userId whose it is; none for strangers who want to join
 * @param email where it was sent
 */
public record Link(long id, @Nullable Long userId, String email) {

    /** One that was just made, with the secret that is sent and not kept. */
    public record Fresh(long id, String secret) {}
}
