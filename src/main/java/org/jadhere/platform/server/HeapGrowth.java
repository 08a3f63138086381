package org.jadhere.platform.server;

/** Decides when a collection is worth its tenth of a second: the program is idle, or the heap has grown by much. */
final class HeapGrowth {

    /**
     * The heap in bytes.
     *
     * @param used including garbage
     * @param committed memory taken from the system
     */
    record Heap(long used, long committed) {

        static Heap now() {
            var java = Runtime.getRuntime();
            return new Heap(java.totalMemory() - java.freeMemory(), java.totalMemory());
        }
    }

    private static final long GROWTH_WHEN_IDLE = 1 << 20;
    private static final long GROWTH_WHEN_BUSY = 24 << 20;

    private Heap previous = new Heap(0, 0);
    private long committedAfterCollection;

    /** Called every few seconds. An idle program is not collected again unless its heap has grown since. */
    boolean isWorthCollecting(Heap now) {
        boolean idle = Math.abs(now.used() - previous.used()) < GROWTH_WHEN_IDLE;
        long growth = now.committed() - committedAfterCollection;
        previous = now;
        return growth >= (idle ? GROWTH_WHEN_IDLE : GROWTH_WHEN_BUSY);
    }

    /** Records the heap after a collection, from which further growth is measured. */
    void collected(Heap now) {
        previous = now;
        committedAfterCollection = now.committed();
    }
}
