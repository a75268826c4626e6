package io.weir.benchmarks.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on the caller's thread: for a time, or for something to be seen. */
public final class Pause {
    private static final long LOOK_MS = 5;

    private Pause() {}

    /** Waits so long; {@return true} */
    public static boolean ms(final long ms) {
        final long endNs = System.nanoTime() + Duration.ofMillis(ms).toNanos();
        for (long leftNs = endNs - System.nanoTime(); leftNs > 0; leftNs = endNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
        return true;
    }

    /** Waits until it holds; {@return false if it does not within so long} */
    public static boolean until(final Duration patience, final BooleanSupplier condition) {
        return until(patience, LOOK_MS, condition);
    }

    /** The same, looking every so many milliseconds. */
    public static boolean until(final Duration patience, final long lookMs, final BooleanSupplier condition) {
        final long deadlineNs = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNs > 0) {
                return false;
            }
            ms(lookMs);
        }
        return true;
    }
}
