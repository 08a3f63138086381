package org.jadhere.people.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The size of the queue.
 *
 * @param stuck number of mails given up or doubtful: a crew member has to decide
 * @param oldest creation time of the oldest waiting mail; null if none waits
 */
public record MailQueue(int waiting, int stuck, @Nullable Instant oldest) {}
