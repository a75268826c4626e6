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

    /** How far our idea of the venue's time, and the way of a request to it, may be off at the turn of a window. */
    private static final long MARGIN_MS = 250;

    private static final long PART_OF_INTERVAL = 8;

    private final Kind kind;
    private final long intervalMs;
    private final long limit;
    private final long marginMs;
    private long window;
    private long used;
    private long takenAtTurn;

    LimitWindow(final Kind kind, final long intervalMs, final long limit) {
        this.kind = kind;
        this.intervalMs = intervalMs;
        this.limit = limit;
        this.marginMs = Math.min(MARGIN_MS, intervalMs / PART_OF_INTERVAL);
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

    /** What leaves at the turn of a window may be counted in either: we count it in both. */
    void take(final long nowMs, final long units) {
        roll(nowMs);
        used += units;
        if (isAtTurn(nowMs)) {
            takenAtTurn += units;
        }
    }

    /** The venue has said how much is used at least; more than that we believe as before. */
    void onUsed(final long nowMs, final long least) {
        roll(nowMs);
        used = Math.max(used, least);
    }

    /** The venue has said between what bounds it is; less than we thought is believed only where it may be so. */
    void onUsed(final long nowMs, final long least, final long most) {
        onUsed(nowMs, least);
        if (!isAtTurn(nowMs)) {
            used = Math.min(used, most);
        }
    }

    private boolean isAtTurn(final long nowMs) {
        final long sinceTurnMs = Math.floorMod(nowMs, intervalMs);
        return sinceTurnMs < marginMs || intervalMs - sinceTurnMs <= marginMs;
    }

    /** A window ends for us when it has surely ended for the venue. */
    private void roll(final long nowMs) {
        final long current = Math.floorDiv(nowMs - marginMs, intervalMs);
        if (current > window) {
            window = current;
            used = takenAtTurn;
            takenAtTurn = 0;
        }
    }

    @Override
    public String toString() {
        return kind + " " + limit + " in " + intervalMs + " ms";
    }
}
