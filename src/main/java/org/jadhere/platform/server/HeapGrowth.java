package org.jadhere.platform.server;

/** When cleaning the heap is worth its tenth of a second: nobody asks for anything, or there is much to be had. */
final class HeapGrowth {

    /**
     * The heap at one moment, in bytes.
     *
     * @param used with what nobody needs any more
     * @param held of the system's memory
     */
    record Heap(long used, long held) {

        static Heap now() {
            var java = Runtime.getRuntime();
            return new Heap(java.totalMemory() - java.freeMemory(), java.totalMemory());
        }
    }

    private static final long LITTLE = 1 << 20;
    private static final long MUCH = 24 << 20;

    private Heap before = new Heap(0, 0);
    private long heldWhenClean;

    /** Asked every few seconds. At rest the heap is left alone that has not grown since it was clean. */
    boolean isWorthCleaning(Heap now) {
        boolean atRest = Math.abs(now.used() - before.used()) < LITTLE;
        long grown = now.held() - heldWhenClean;
        before = now;
        return grown >= (atRest ? LITTLE : MUCH);
    }

    /** What is held now is needed, or as little as Java gives. */
    void cleaned(Heap now) {
        before = now;
        heldWhenClean = now.held();
    }
}
