package org.jadhere.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.platform.server.HeapGrowth.Heap;
import org.junit.jupiter.api.Test;

/** The heap is cleaned where nobody waits for it, or where it would grow without end; never again and again. */
class HeapGrowthTests {

    private final HeapGrowth growth = new HeapGrowth();

    private boolean worthIt(int used, int held) {
        return growth.isWorthCollecting(megabytes(used, held));
    }

    private void cleaned(int used, int held) {
        growth.collected(megabytes(used, held));
    }

    private static Heap megabytes(int used, int held) {
        return new Heap((long) used << 20, (long) held << 20);
    }

    @Test
    void aServerThatHasStartedIsCleanedOnceItRests() {
        cleaned(22, 34);
        assertThat(worthIt(25, 36)).as("somebody works").isFalse();
        assertThat(worthIt(25, 36)).as("at rest, and grown").isTrue();
        cleaned(22, 34);
        assertThat(worthIt(22, 34)).as("nothing has grown").isFalse();
        assertThat(worthIt(22, 34)).isFalse();
    }

    @Test
    void oneThatIsBusyIsCleanedWhenItHasGrownByMuch() {
        cleaned(22, 34);
        assertThat(worthIt(40, 57)).isFalse();
        assertThat(worthIt(43, 58)).isTrue();
    }

    @Test
    void whatIsNeededIsNotLookedThroughAgainAndAgain() {
        cleaned(22, 34);
        assertThat(worthIt(80, 100)).isTrue();
        cleaned(78, 98);
        assertThat(worthIt(85, 100)).isFalse();
        assertThat(worthIt(70, 100)).isFalse();
    }

    @Test
    void theFirstLookComesWhenTheStartHasLeftItsOwn() {
        assertThat(worthIt(30, 39)).as("what the start has left behind").isTrue();
    }
}
