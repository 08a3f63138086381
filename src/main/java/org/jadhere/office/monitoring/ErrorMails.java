package org.jadhere.office.monitoring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jadhere.people.mail.ImmediateMail;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reports every error that is logged with a stack trace to the administrators by mail, while the server runs. Request
 * threads only record the incident; a thread of its own renders and sends, so that no request waits for a mail server.
 */
@Component
class ErrorMails {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(12);

    private final AlertThrottle throttle = new AlertThrottle();
    private final ErrorMailQueue queue;
    private final boolean enabled;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("error-mails").factory());
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Listener listener = new Listener();

    ErrorMails(@Value("${jadhere.admins:}") String admins, Clock clock, ImmediateMail sender, IncidentText renderer) {
        List<String> addresses = addresses(admins);
        this.enabled = !addresses.isEmpty() && sender.isOpen();
        this.queue = new ErrorMailQueue(addresses, throttle, clock, sender, renderer);
    }

    /** Parses the setting {@code jadhere.admins}. */
    static List<String> addresses(String setting) {
        return Stream.of(setting.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    @EventListener(WebServerInitializedEvent.class)
    void start() {
        if (enabled) {
            root().addAppender(listener);
            listener.start();
            thread.scheduleWithFixedDelay(
                    queue::sendDue, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        root().detachAppender(listener);
        listener.stop();
        thread.shutdown();
        if (!thread.awaitTermination(SHUTDOWN_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Returns the number of mails that the mail server accepted. */
    long sent() {
        return queue.sent();
    }

    /** Returns the number of mails that wait because the mail server does not accept them. */
    int unsent() {
        return queue.unsent();
    }

    /** Returns the number of errors without a mail of their own. */
    long suppressed() {
        return throttle.suppressed();
    }

    private final class Listener extends UnsynchronizedAppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            if (Incident.isReportable(event)) {
                throttle.record(Incident.of(event, CurrentRequest.now()));
                if (!scheduled.getAndSet(true)) {
                    thread.execute(this::send);
                }
            }
        }

        private void send() {
            scheduled.set(false);
            queue.sendDue();
        }
    }
}
