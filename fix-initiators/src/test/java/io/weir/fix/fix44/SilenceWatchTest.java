package io.weir.fix.fix44;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** When a connection counts as silent. */
class SilenceWatchTest {
    private static final long PATIENCE_NS = 1_000;

    private long nowNs;
    private final SilenceWatch watch = new SilenceWatch(PATIENCE_NS, () -> nowNs);

    @Test
    void shouldNotWaitForAnythingUnasked() {
        nowNs += 100 * PATIENCE_NS;
        assertFalse(watch.takeOverdue());
    }

    @Test
    void shouldCountFromTheFirstRequestBehindTheLastWord() {
        watch.onAsked();
        nowNs += PATIENCE_NS;
        watch.onHeard();
        watch.onAsked();
        nowNs += PATIENCE_NS;
        watch.onAsked();
        assertFalse(watch.takeOverdue());
        nowNs++;
        assertTrue(watch.takeOverdue());
        assertFalse(watch.takeOverdue(), "once");
    }

    @Test
    void shouldForgetWhatWasAskedOnAConnectionThatIsGone() {
        watch.onAsked();
        watch.onDisconnected();
        nowNs += 2 * PATIENCE_NS;
        assertFalse(watch.takeOverdue());
    }

    @Test
    void shouldGiveAVenueThatStaysSilentEverMoreTime() {
        for (int times = 1; times <= 64; times *= 2) {
            watch.onAsked();
            final long patienceNs = Math.min(times, 16) * PATIENCE_NS;
            nowNs += patienceNs;
            assertFalse(watch.takeOverdue());
            nowNs++;
            assertTrue(watch.takeOverdue());
            watch.onDisconnected();
        }
        watch.onHeard();
        watch.onAsked();
        nowNs += PATIENCE_NS + 1;
        assertTrue(watch.takeOverdue());
    }
}
