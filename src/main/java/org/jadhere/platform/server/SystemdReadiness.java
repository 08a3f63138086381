package org.jadhere.platform.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells systemd when requests are answered, that they still are, and when the program stops. The sign of life is a
 * task of the threads that answer requests: if all of them are stuck it does not come, and systemd starts anew.
 */
@Component
class SystemdReadiness {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watchdog").factory());
    private @Nullable Systemd systemd;

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer server
                && Systemd.listens()) {
            systemd = Systemd.connect();
            systemd.tell("READY=1");
            watch(
                    systemd,
                    server.getTomcat().getConnector().getProtocolHandler().getExecutor());
        }
    }

    /** Twice in the time that systemd waits for a sign, as sd_watchdog_enabled(3) advises. */
    private void watch(Systemd systemd, Executor requests) {
        String patience = System.getenv("WATCHDOG_USEC");
        if (patience != null) {
            long pause = Duration.ofNanos(Long.parseLong(patience) * 1000)
                    .dividedBy(2)
                    .toMillis();
            clock.scheduleAtFixedRate(() -> sign(systemd, requests), 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    private static void sign(Systemd systemd, Executor requests) {
        try {
            requests.execute(() -> systemd.tell("WATCHDOG=1"));
        } catch (RejectedExecutionException stuck) {
            // nothing is said, which says it
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stopping() {
        if (systemd != null) {
            systemd.tell("STOPPING=1");
        }
    }
}
