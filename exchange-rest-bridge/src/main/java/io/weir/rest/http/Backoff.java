package io.weir.rest.http;

/** How long to wait before the next attempt: doubling from a first delay to a longest one. */
public final class Backoff {
    private final long firstMs;
    private final long longestMs;
    private long nextMs;

    /**
     * Makes one.
     *
     * @param firstMs   ms, above zero.
     * @param longestMs ms, at least {@code firstMs}.
     */
    public Backoff(final long firstMs, final long longestMs) {
        this.firstMs = firstMs;
        this.longestMs = longestMs;
        this.nextMs = firstMs;
    }

    /** {@return ms to wait now; the next wait is twice as long, up to the longest} */
    public long nextMs() {
        final long delayMs = nextMs;
        nextMs = Math.min(longestMs, nextMs * 2);
        return delayMs;
    }

    /** An attempt has worked: begins again at the first delay. */
    public void reset() {
        nextMs = firstMs;
    }
}
