package org.jadhere.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.platform.server.HeapGrowth.Heap;
import org.junit.jupiter.api.Test;

/** Garbage collection starts when the server is idle or the heap has grown much, and not repeatedly without effect. */
class HeapGrowthTests {

    private final HeapGrowth growth = new HeapGrowth();

    private boolean worthIt(int used, int held) {
        return growth.isWorthCollecting(megabytes(used, held));
    }

    private void collected(int used, int held) {
        growth.collected(megabytes(used, held));
    }

    private static Heap megabytes(int used, int held) {
        return new Heap((long) used << 20, (long) held << 20);
    }

    @Test
    void anIdleServerIsCollectedOnceAfterItsStart() {
        collected(22, 34);
        assertThat(worthIt(25, 36)).as("busy").isFalse();
        assertThat(worthIt(25, 36)).as("idle, and grown").isTrue();
        collected(22, 34);
        assertThat(worthIt(22, 34)).as("nothing has grown").isFalse();
        assertThat(worthIt(22, 34)).isFalse();
    }

    @Test
    void aBusyServerIsCollectedAfterMuchGrowth() {
        collected(22, 34);
        assertThat(worthIt(40, 57)).isFalse();
        assertThat(worthIt(43, 58)).isTrue();
    }

    @Test
    void liveDataIsNotCollectedAgain() {
        collected(22, 34);
        assertThat(worthIt(80, 100)).isTrue();
        collected(78, 98);
        assertThat(worthIt(85, 100)).isFalse();
        assertThat(worthIt(70, 100)).isFalse();
    }

    @Test
    void garbageOfTheStartIsCollectedFirst() {
        assertThat(worthIt(30, 39)).as("garbage of the start").isTrue();
    }
}
