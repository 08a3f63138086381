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
 * Tells the administrators of every error with a trace that is logged, wherever it comes from, while the server runs.
 * Requests only take note; a thread of its own writes and sends, and no mail server keeps anybody waiting.
 */
@Component
class ErrorMails {

    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration AT_THE_END = Duration.ofSeconds(12);

    private final AlertThrottle ration = new AlertThrottle();
    private final ErrorMailQueue post;
    private final boolean wanted;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("error-mails").factory());
    private final AtomicBoolean called = new AtomicBoolean();
    private final Listener listener = new Listener();

    ErrorMails(@Value("${jadhere.admins:}") String admins, Clock clock, ImmediateMail mail, IncidentText words) {
        List<String> addresses = addresses(admins);
        this.wanted = !addresses.isEmpty() && mail.isOpen();
        this.post = new ErrorMailQueue(addresses, ration, clock, mail, words);
    }

    /** The addresses of the setting {@code jadhere.admins}. */
    static List<String> addresses(String setting) {
        return Stream.of(setting.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    @EventListener(WebServerInitializedEvent.class)
    void start() {
        if (wanted) {
            root().addAppender(listener);
            listener.start();
            thread.scheduleWithFixedDelay(post::sendDue, OFTEN.toMillis(), OFTEN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        root().detachAppender(listener);
        listener.stop();
        thread.shutdown();
        if (!thread.awaitTermination(AT_THE_END.toSeconds(), TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** How many mails were taken by the mail server. */
    long sent() {
        return post.sent();
    }

    /** How many wait for a mail server that does not take them. */
    int unsent() {
        return post.unsent();
    }

    /** How many errors had no mail of their own. */
    long suppressed() {
        return ration.suppressed();
    }

    private final class Listener extends UnsynchronizedAppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            if (Incident.isTold(event)) {
                ration.note(Incident.of(event, CurrentRequest.now()));
                if (!called.getAndSet(true)) {
                    thread.execute(this::send);
                }
            }
        }

        private void send() {
            called.set(false);
            post.sendDue();
        }
    }
}
