package io.weir.rest.binance;

/** One of the venue's fixed windows, aligned to its clock: so much of one kind within each. Guarded by its owner. */
final class LimitWindow {
    /** What a window counts. */
    enum Kind {
        /** Weight of requests, of the address. */
        WEIGHT,
        /** Requests, of the address. */
        REQUESTS,
        /** Orders without a fill, of the account. */
        ORDERS
    }

    private final Kind kind;
    private final long intervalMs;
    private final long limit;
    private long startMs;
    private long used;

    LimitWindow(final Kind kind, final long intervalMs, final long limit) {
        this.kind = kind;
        this.intervalMs = intervalMs;
        this.limit = limit;
    }

    Kind kind() {
        return kind;
    }

    long intervalMs() {
        return intervalMs;
    }

    /** {@return what is left above a reserve, in 1/10,000 of the limit} */
    long left(final long nowMs, final int reservedBps) {
        roll(nowMs);
        return limit - limit * reservedBps / 10_000 - used;
    }

    void take(final long nowMs, final long units) {
        roll(nowMs);
        used += units;
    }

    /** The venue says how much is used, what is still on its way to it not included. */
    void onUsed(final long nowMs, final long count, final long onTheirWay) {
        roll(nowMs);
        used = kind == Kind.ORDERS ? count + onTheirWay : Math.max(used, count);
    }

    private void roll(final long nowMs) {
        final long currentMs = nowMs - Math.floorMod(nowMs, intervalMs);
        if (currentMs != startMs) {
            startMs = currentMs;
            used = 0;
        }
    }

    @Override
    public String toString() {
        return kind + " " + limit + " in " + intervalMs + " ms";
    }
}
