package io.weir.venue;

import java.util.function.LongSupplier;

/**
 * What is left of a venue account's rate limit, over all its transports: a bucket that fills at a steady pace. Orders may
 * draw it down to the reserved share, cancels and queries to the bottom. One per account. Any thread: adapters learn of
 * rate headers on threads of their own.
 */
public final class RateBudget {
    /** What a request is for. */
    public enum Use {
        /** A new order or a replace. */
        ORDER,
        /** A cancel: may use the reserve. */
        CANCEL,
        /** A question: may use the reserve. */
        QUERY
    }

    private final RateLimit limit;
    private final LongSupplier nanoClock;
    private final long reserved;

    private long filledAtNs;

    private double left;
    private boolean paused;
    private long pausedUntilNs;
    private long refused;

    /**
     * Makes a full one.
     *
     * @param limit     of the account.
     * @param nanoClock monotonic, ns.
     */
    public RateBudget(final RateLimit limit, final LongSupplier nanoClock) {
        this.limit = limit;
        this.nanoClock = nanoClock;
        this.reserved = limit.weight() * limit.reservedBps() / 10_000;
        this.left = limit.weight();
        this.filledAtNs = nanoClock.getAsLong();
    }

    /**
     * Takes units if there are enough.
     *
     * @param use    what for.
     * @param weight units, 1 and more.
     * @return false if not: nothing is taken.
     */
    public synchronized boolean tryTake(final Use use, final int weight) {
        final long nowNs = nanoClock.getAsLong();
        if (isPaused(nowNs)) {
            refused++;
            return false;
        }
        fill(nowNs);
        final double floor = use == Use.ORDER ? reserved : 0;
        if (left - weight < floor) {
            refused++;
            return false;
        }
        left -= weight;
        return true;
    }

    /**
     * The venue says how much of the limit is used: where that is more than we thought (another process on the same
     * account), we believe the venue.
     *
     * @param used units of the current interval.
     */
    public synchronized void onUsed(final long used) {
        fill(nanoClock.getAsLong());
        left = Math.min(left, Math.max(0, limit.weight() - used));
    }

    /**
     * The venue refuses everything for a while (429, 418, Retry-After).
     *
     * @param durationNs from now, ns; a longer pause that runs already stays.
     */
    public synchronized void pause(final long durationNs) {
        final long nowNs = nanoClock.getAsLong();
        final long untilNs = nowNs + durationNs;
        if (!isPaused(nowNs) || untilNs - pausedUntilNs > 0) {
            paused = true;
            pausedUntilNs = untilNs;
        }
    }

    /** {@return how many requests it has held back since the start} */
    public synchronized long refused() {
        return refused;
    }

    /** {@return whole units that orders may draw now} */
    public synchronized long availableToOrders() {
        final long nowNs = nanoClock.getAsLong();
        fill(nowNs);
        return isPaused(nowNs) ? 0 : (long) Math.max(0, left - reserved);
    }

    private boolean isPaused(final long nowNs) {
        if (paused && nowNs - pausedUntilNs >= 0) {
            paused = false;
            filledAtNs = nowNs;
        }
        return paused;
    }

    private void fill(final long nowNs) {
        final long elapsedNs = nowNs - filledAtNs;
        if (elapsedNs > 0) {
            left = Math.min(limit.weight(), left + (double) elapsedNs * limit.weight() / limit.intervalNs());
            filledAtNs = nowNs;
        }
    }
}
