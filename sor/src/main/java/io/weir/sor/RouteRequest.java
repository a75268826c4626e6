package io.weir.sor;

import io.weir.protocol.Bounds;
import io.weir.protocol.fix.Side;

/**
 * What the router is asked: one order and what is known of each venue that trades it, in flat arrays. Filled anew for each
 * question with {@link #order} and then {@link #leaveOut} or {@link #offer} once a venue, by rising venueId; reused so that
 * a question allocates nothing. Not for two threads.
 */
public final class RouteRequest {
    final RouteReason[] leftOut = new RouteReason[Bounds.MAX_VENUES];
    final int[] venueId = new int[Bounds.MAX_VENUES];
    final VenueRules[] rules = new VenueRules[Bounds.MAX_VENUES];
    final BookSide[] opposite = new BookSide[Bounds.MAX_VENUES];
    final long[] available = new long[Bounds.MAX_VENUES];
    final long[] latencyNs = new long[Bounds.MAX_VENUES];
    final int[] reliabilityBps = new int[Bounds.MAX_VENUES];
    boolean buy;
    long qty;
    long px;
    boolean pxMayImprove;
    boolean wholly;
    int venues;

    /**
     * Begins a question.
     *
     * @param side            Side(54).
     * @param orderQty        to be placed, at qtyScale, above 0.
     * @param worstPx         the limit, or the protection price of a market order, at priceScale, above 0.
     * @param mayImprove      the price is ours and is brought to each venue's tick, inwards; else it has to fit.
     * @param toOneVenue      all goes to one venue or nowhere (fill or kill).
     */
    public void order(
            final Side side,
            final long orderQty,
            final long worstPx,
            final boolean mayImprove,
            final boolean toOneVenue) {
        buy = side == Side.BUY;
        qty = orderQty;
        px = worstPx;
        pxMayImprove = mayImprove;
        wholly = toOneVenue;
        venues = 0;
    }

    /**
     * Names a venue that can have no part.
     *
     * @param id     venueId, above the one before.
     * @param reason why.
     */
    public void leaveOut(final int id, final RouteReason reason) {
        venueId[venues] = id;
        set(leftOut, venues++, reason);
    }

    /**
     * Offers a venue.
     *
     * @param id          venueId, above the one before.
     * @param venueRules  what the venue takes.
     * @param book        the side of its book that the order would trade with; without levels if not known.
     * @param free        buying: free balance in quote asset at priceScale + qtyScale; selling: in base asset at qtyScale.
     * @param latency     order to acknowledgement in ns, 0 if not known.
     * @param reliability share of requests answered in time, in 1/10,000.
     */
    public void offer(
            final int id,
            final VenueRules venueRules,
            final BookSide book,
            final long free,
            final long latency,
            final int reliability) {
        venueId[venues] = id;
        set(leftOut, venues, null);
        set(rules, venues, venueRules);
        set(opposite, venues, book);
        available[venues] = free;
        latencyNs[venues] = latency;
        reliabilityBps[venues++] = reliability;
    }

    /** Leaves alone what is there already, as mostly it is: a reference stored in an old array costs G1 a fence. */
    private static <T> void set(final T[] array, final int index, final T value) {
        if (array[index] != value) {
            array[index] = value;
        }
    }

    /** {@return how many venues were named} */
    public int venues() {
        return venues;
    }
}
