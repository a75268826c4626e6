package io.weir.benchmarks.torture;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on the caller's thread: for a time, or for something to be seen. */
<<<<<<< HEAD
public final class Pause {
=======
final class Pause {
>>>>>>> main
    private static final long LOOK_MS = 5;

    private Pause() {}

    /** Waits so long; {@return true} */
<<<<<<< HEAD
    public static boolean ms(final long ms) {
=======
    static boolean ms(final long ms) {
>>>>>>> main
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
<<<<<<< HEAD
    public static boolean until(final Duration patience, final BooleanSupplier condition) {
=======
    static boolean until(final Duration patience, final BooleanSupplier condition) {
>>>>>>> main
        return until(patience, LOOK_MS, condition);
    }

    /** The same, looking every so many milliseconds. */
<<<<<<< HEAD
    public static boolean until(final Duration patience, final long lookMs, final BooleanSupplier condition) {
=======
    static boolean until(final Duration patience, final long lookMs, final BooleanSupplier condition) {
>>>>>>> main
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
