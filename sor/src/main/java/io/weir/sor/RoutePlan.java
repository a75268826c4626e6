package io.weir.sor;

import io.weir.protocol.Bounds;

/**
 * What the router answers: a quantity, a price, a score and a reason for each venue of the request, in its order. Filled
 * anew by each {@link Router#route}; reused. Not for two threads.
 */
public final class RoutePlan {
    final int[] venueId = new int[Bounds.MAX_VENUES];
    final long[] qty = new long[Bounds.MAX_VENUES];
    final long[] px = new long[Bounds.MAX_VENUES];
    final int[] score = new int[Bounds.MAX_VENUES];
    final RouteReason[] reason = new RouteReason[Bounds.MAX_VENUES];
    int venues;
    long unplacedQty;
    RouteReason shortfall;

    /** Gives a venue its reason; mostly it is what the last plan said, and then nothing is stored ({@link RouteRequest}). */
    void reason(final int index, final RouteReason why) {
        if (reason[index] != why) {
            reason[index] = why;
        }
    }

    /** {@return how many venues the request named} */
    public int venues() {
        return venues;
    }

    /** {@return the id of a venue} */
    public int venueId(final int index) {
        return venueId[index];
    }

    /** {@return the quantity for a venue at qtyScale, 0 if it gets none} */
    public long qty(final int index) {
        return qty[index];
    }

    /** {@return the price for a venue at priceScale} */
    public long px(final int index) {
        return px[index];
    }

    /** {@return the score of a venue, 0 to 10,000; 0 if it was left out} */
    public int score(final int index) {
        return score[index];
    }

    /** {@return what was made of a venue} */
    public RouteReason reason(final int index) {
        return reason[index];
    }

    /** {@return what no venue can take, at qtyScale; 0 if the plan is whole} */
    public long unplacedQty() {
        return unplacedQty;
    }

    /** {@return whether every part of the quantity has a venue} */
    public boolean isWhole() {
        return unplacedQty == 0;
    }

    /** {@return why the plan is not whole, in one reason for the client; null if it is, or if no venue was named} */
    public RouteReason shortfall() {
        return shortfall;
    }
}
