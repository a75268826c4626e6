package io.weir.venue;

/**
 * What one account may ask of a venue, as the venue documents it.
 *
 * @param weight      units per interval, 1 and more; a plain request costs one unit unless the adapter knows better.
 * @param intervalNs  ns, above zero.
 * @param reservedBps share kept for cancels and queries, in 1/10,000, 0 to 9,000.
 */
public record RateLimit(long weight, long intervalNs, int reservedBps) {
    /** A fifth: enough to cancel and ask while orders run at the limit. */
    public static final int DEFAULT_RESERVED_BPS = 2_000;
}
