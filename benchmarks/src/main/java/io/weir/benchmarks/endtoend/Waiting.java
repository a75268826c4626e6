package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.client.LoadConnection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Waits for reports while the session's duties are done. */
final class Waiting {
    /** Nothing for so long, and what is missing is lost. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private Waiting() {}

    /**
     * Waits until a count is reached, or has not moved for 30 s.
     *
     * @param connection whose duties are done meanwhile.
     * @param count      that rises.
     * @param target     to reach.
     */
    static void until(final LoadConnection connection, final IntSupplier count, final int target) {
        int before = -1;
        long movedNs = System.nanoTime();
        for (int now = count.getAsInt(); now < target; now = count.getAsInt()) {
            connection.pump();
            if (now != before) {
                before = now;
                movedNs = System.nanoTime();
            } else if (System.nanoTime() - movedNs > PATIENCE_NS) {
                return;
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }
}
