package org.jadhere.platform.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Notifies systemd when the server is ready, alive and stopping. The watchdog notification is a task of the request
 * threads: if all of them are stuck it is not sent, and systemd restarts the service.
 */
@Component
class SystemdReadiness {

    private final TaskScheduler scheduler;
    private @Nullable Systemd systemd;

    SystemdReadiness(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer server
                && Systemd.isListening()) {
            systemd = Systemd.connect();
            systemd.notify("READY=1");
            startWatchdog(
                    systemd,
                    server.getTomcat().getConnector().getProtocolHandler().getExecutor());
        }
    }

    /** Notifies twice within the watchdog's timeout, as sd_watchdog_enabled(3) advises. */
    private void startWatchdog(Systemd systemd, Executor requestThreads) {
        String timeout = System.getenv("WATCHDOG_USEC");
        if (timeout != null) {
            var interval = Duration.ofNanos(Long.parseLong(timeout) * 1000).dividedBy(2);
            scheduler.scheduleAtFixedRate(() -> notifyAlive(systemd, requestThreads), interval);
        }
    }

    private static void notifyAlive(Systemd systemd, Executor requestThreads) {
        try {
            requestThreads.execute(() -> systemd.notify("WATCHDOG=1"));
        } catch (RejectedExecutionException stuck) {
            // systemd restarts the service when the notification is missing
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stopping() {
        if (systemd != null) {
            systemd.notify("STOPPING=1");
        }
    }
}
