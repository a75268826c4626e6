package io.weir.core.cluster;

import java.util.concurrent.locks.LockSupport;

/** Where the thread of a duty cycle sleeps, and how it is woken there. */
public interface Bed {
    /**
     * Sleeps; the thread of the duty cycle only.
     *
     * @param ns at most; it may be less, for any reason.
     */
    void sleep(long ns);

    /** Ends a sleep, and the next one if there is none just now; any thread. */
    void wake();

    /** {@return the bed of a thread that is parked} */
    static Bed parked() {
        return parked(Long.MAX_VALUE);
    }

    /**
     * The bed of a thread that is parked and has something to do by the clock.
     *
     * @param mostNs how long it sleeps at most.
     * @return the bed.
     */
    static Bed parked(final long mostNs) {
        return new Bed() {
            private volatile Thread sleeper;
            private volatile boolean isWoken;

            @Override
            public void sleep(final long ns) {
                sleeper = Thread.currentThread();
                if (!isWoken) {
                    LockSupport.parkNanos(Math.min(ns, mostNs));
                }
                isWoken = false;
            }

            @Override
            public void wake() {
                isWoken = true;
                LockSupport.unpark(sleeper);
            }
        };
    }
}
