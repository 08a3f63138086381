package org.jadhere.platform.server;

import java.time.Duration;
import java.time.Instant;
import org.jadhere.platform.server.HeapGrowth.Heap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Calls {@link System#gc()} early, if the launcher enables it. The serial collector needs the least memory, but lets the
 * heap grow to its limit before it collects the old generation, and returns no memory by itself. See docs/performance.md.
 */
@Component
class HeapCare {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final boolean enabled;
    private final HeapGrowth growth = new HeapGrowth();
    private final TaskScheduler scheduler;

    HeapCare(@Value("${jadhere.heap-care:false}") boolean enabled, TaskScheduler scheduler) {
        this.enabled = enabled;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (enabled) {
            // Not at once: what the start leaves behind is collected when the server is idle for the first time.
            scheduler.scheduleWithFixedDelay(this::check, Instant.now().plus(INTERVAL), INTERVAL);
        }
    }

    private void check() {
        if (growth.isWorthCollecting(Heap.now())) {
            System.gc();
            growth.collected(Heap.now());
        }
    }
}
