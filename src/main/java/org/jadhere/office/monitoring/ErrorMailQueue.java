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

/** Sends due reports to each administrator, in one thread. A mail that the server does not accept is retried later. */
final class ErrorMailQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMailQueue.class);
    private static final Duration MIN_DELAY = Duration.ofSeconds(5);
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 7;

    private record Waiting(String messageId, String recipient, RenderedMail mail) {}

    private final List<String> admins;
    private final AlertThrottle throttle;
    private final Clock clock;
    private final ImmediateMail sender;
    private final IncidentText renderer;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger unsent = new AtomicInteger();
    private Instant notBefore = Instant.MIN;
    private int failures;

    ErrorMailQueue(
            List<String> admins, AlertThrottle throttle, Clock clock, ImmediateMail sender, IncidentText renderer) {
        this.admins = admins;
        this.throttle = throttle;
        this.clock = clock;
        this.sender = sender;
        this.renderer = renderer;
    }

    long sent() {
        return sent.get();
    }

    int unsent() {
        return unsent.get();
    }

    /** Failures are logged as warnings, since an error would be reported by mail in turn. */
    void sendDue() {
        try {
            while (!clock.instant().isBefore(notBefore) && fill()) {
                send(waiting.element());
            }
        } catch (RuntimeException e) {
            LOG.warn("an error mail could not be rendered: {}", e.toString());
        }
    }

    /** Renders one report at a time; further incidents are only counted, so that memory use is bounded. */
    private boolean fill() {
        if (waiting.isEmpty()) {
            throttle.next(clock.instant()).map(renderer::render).ifPresent(this::addToQueue);
        }
        return !waiting.isEmpty();
    }

    private void addToQueue(RenderedMail rendered) {
        admins.forEach(admin -> waiting.add(new Waiting("error-" + UUID.randomUUID(), admin, rendered)));
    }

    private void send(Waiting next) {
        try {
            sender.send(next.messageId(), next.recipient(), next.mail());
            waiting.remove();
            sent.incrementAndGet();
            failures = 0;
            unsent.set(0);
        } catch (MailNotSentException e) {
            LOG.warn("an error mail could not be sent: {}", e.getMessage());
            if (e.permanent()) {
                waiting.remove();
            } else {
                unsent.set(waiting.size());
                notBefore = clock.instant().plus(retryDelay());
            }
        }
    }

    private Duration retryDelay() {
        var delay = MIN_DELAY.multipliedBy(1L << Math.min(failures++, MAX_DOUBLINGS));
        return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    }
}
