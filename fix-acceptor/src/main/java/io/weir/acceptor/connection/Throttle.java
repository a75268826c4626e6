package io.weir.acceptor.connection;

/**
 * Stops reading a client that sends ten times what its session is throttled to: each message over the throttle is a command
 * and a reject, and those have to have a bound too. Counts by whole seconds; for one thread.
 */
final class Throttle {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int TIMES = 10;

    private long second;
    private int count;

    /**
     * Asks for another message.
     *
     * @param perSecond the session's throttle, 0 for none.
     * @param nowNs     a monotonic clock.
     * @return false if this second has had enough.
     */
    boolean allows(final int perSecond, final long nowNs) {
        final long nowSecond = nowNs / NS_PER_S;
        if (nowSecond != second) {
            second = nowSecond;
            count = 0;
        }
        return perSecond == 0 || count < perSecond * (long) TIMES;
    }

    void count() {
        count++;
    }
}
