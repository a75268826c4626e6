package io.weir.rest.clock;

import java.util.function.LongSupplier;

/** The venue's time: this host's clock and the difference that measurements prove. Written on the event loop, read on any thread. */
public final class VenueClock {
    private final LongSupplier wallMs;
    private volatile long skewMs;

    /**
     * Makes one that trusts this host's clock until told otherwise.
     *
     * @param wallMs ms since 1970 UTC.
     */
    public VenueClock(final LongSupplier wallMs) {
        this.wallMs = wallMs;
    }

    /** {@return this host's own time, ms since 1970 UTC} */
    public long hostMs() {
        return wallMs.getAsLong();
    }

    /** {@return about the venue's time, ms since 1970 UTC} */
    public long nowMs() {
        return wallMs.getAsLong() + skewMs;
    }

    /** {@return how far the venue is ahead of this host, ms} */
    public long skewMs() {
        return skewMs;
    }

    /**
     * The venue has told its time. It did so at some moment between question and answer; within what that leaves open,
     * what was believed before is believed on, so that a slow round trip does not move the clock.
     *
     * @param serverMs   the venue's time, ms since 1970 UTC.
     * @param sentMs     when it was asked, by {@link #hostMs()}.
     * @param receivedMs when the answer came, likewise.
     */
    public void onServerTime(final long serverMs, final long sentMs, final long receivedMs) {
        final long leastMs = serverMs - receivedMs;
        final long mostMs = serverMs - sentMs;
        skewMs = Math.max(leastMs, Math.min(mostMs, skewMs));
    }
}
