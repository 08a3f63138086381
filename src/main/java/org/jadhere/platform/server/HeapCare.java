package org.jadhere.platform.server;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jadhere.platform.server.HeapGrowth.Heap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has Java clean its heap before it must, where the launcher asks for it. Serial collection is the smallest, but lets the
 * heap grow to its limit before it looks at what has grown old, and gives back nothing by itself. See docs/performance.md.
 */
@Component
class HeapCare {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final boolean wanted;
    private final HeapGrowth growth = new HeapGrowth();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heap").factory());

    HeapCare(@Value("${jadhere.heap-care:false}") boolean wanted) {
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (wanted) {
            clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        if (growth.isWorthCleaning(Heap.now())) {
            System.gc();
            growth.cleaned(Heap.now());
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
