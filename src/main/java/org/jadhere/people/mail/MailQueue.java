package org.jadhere.people.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many letters are on their way.
 *
 * @param stuck given up or in doubt: somebody has to decide
 * @param oldest when the longest waiting one was written; none where none waits
 */
public record MailQueue(int waiting, int stuck, @Nullable Instant oldest) {}
