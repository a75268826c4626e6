package io.weir.fix.fix44;

import java.util.function.LongSupplier;

/**
 * Notices a connection that is up, carries heartbeats and market data, and says nothing about orders though it was asked: what
 * a venue holds back on one connection it says on the next. Proves nothing about any order. A venue that stays silent on the
 * new connection too is given ever more time, for it may not know the question. For one thread.
 */
final class SilenceWatch {
    private static final int MAX_BACKOFF = 16;

    private final long patienceNs;
    private final LongSupplier nanoClock;
    private boolean waiting;
    private long sinceNs;
    private int backoff = 1;

    /**
     * A watch over one venue.
     *
     * @param patienceNs how long may nothing be said, ns.
     * @param nanoClock  monotonic.
     */
    SilenceWatch(final long patienceNs, final LongSupplier nanoClock) {
        this.patienceNs = patienceNs;
        this.nanoClock = nanoClock;
    }

    /** Something was sent that wants an answer. */
    void onAsked() {
        if (!waiting) {
            waiting = true;
            sinceNs = nanoClock.getAsLong();
        }
    }

    /** The venue has said something about an order, whichever. */
    void onHeard() {
        waiting = false;
        backoff = 1;
    }

    /** The connection is gone, and what was asked on it is asked again. */
    void onDisconnected() {
        waiting = false;
    }

    /** {@return whether the connection has to be made anew; true once} */
    boolean takeOverdue() {
        if (!waiting || nanoClock.getAsLong() - sinceNs <= backoff * patienceNs) {
            return false;
        }
        waiting = false;
        backoff = Math.min(MAX_BACKOFF, 2 * backoff);
        return true;
    }
}
