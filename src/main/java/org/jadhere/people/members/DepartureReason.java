package org.jadhere.people.members;

import java.time.Instant;

/**
 * Why something stays with a person who leaves.
 *
 * @param item what stays, such as {@code membership} or {@code service:12}
 * @param author the name of the user who noted it; empty if the account no longer exists
 */
public record DepartureReason(String item, String reason, String author, Instant at) {}
