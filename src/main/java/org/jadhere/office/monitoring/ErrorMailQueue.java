package org.jadhere.office.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jadhere.people.mail.ImmediateMail;
import org.jadhere.people.mail.MailNotSentException;
import org.jadhere.people.mail.RenderedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due to each administrator, in one thread. What a mail server does not take waits, and goes later. */
final class ErrorMailQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMailQueue.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 7;

    private record Waiting(String messageId, String recipient, RenderedMail written) {}

    private final List<String> admins;
    private final AlertThrottle ration;
    private final Clock clock;
    private final ImmediateMail mail;
    private final IncidentText words;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger unsent = new AtomicInteger();
    private Instant notBefore = Instant.MIN;
    private int failures;

    ErrorMailQueue(List<String> admins, AlertThrottle ration, Clock clock, ImmediateMail mail, IncidentText words) {
        this.admins = admins;
        this.ration = ration;
        this.clock = clock;
        this.mail = mail;
        this.words = words;
    }

    long sent() {
        return sent.get();
    }

    int unsent() {
        return unsent.get();
    }

    /** What fails here is a warning: an error would come back as the next thing to be told. */
    void sendDue() {
        try {
            while (!clock.instant().isBefore(notBefore) && fill()) {
                send(waiting.element());
            }
        } catch (RuntimeException e) {
            LOG.warn("a mail about an error could not be written: {}", e.toString());
        }
    }

    /** One report at a time is turned into mails; the others are only counted meanwhile, so that memory does not grow. */
    private boolean fill() {
        if (waiting.isEmpty()) {
            ration.next(clock.instant()).map(words::write).ifPresent(this::address);
        }
        return !waiting.isEmpty();
    }

    private void address(RenderedMail written) {
        admins.forEach(admin -> waiting.add(new Waiting("error-" + UUID.randomUUID(), admin, written)));
    }

    private void send(Waiting next) {
        try {
            mail.send(next.messageId(), next.recipient(), next.written());
            waiting.remove();
            sent.incrementAndGet();
            failures = 0;
            unsent.set(0);
        } catch (MailNotSentException e) {
            LOG.warn("a mail about an error could not be sent: {}", e.getMessage());
            if (e.permanent()) {
                waiting.remove();
            } else {
                unsent.set(waiting.size());
                notBefore = clock.instant().plus(patience());
            }
        }
    }

    private Duration patience() {
        var wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
