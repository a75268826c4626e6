package io.weir.core.order;

/**
 * New terms for a child order at its venue. Both the old and the new ones may be in effect until the venue says, so the
 * money for either is held.
 */
final class VenueReplace {
    final long newQty;
    final long newPrice;

    /** Held on the child's balance beyond what the old terms have reserved. */
    final long extraReserved;

    /** Counts the replaces of the child, 0 until the venue is asked. */
    short revision;

    VenueReplace(final long newQty, final long newPrice, final long extraReserved) {
        this.newQty = newQty;
        this.newPrice = newPrice;
        this.extraReserved = extraReserved;
    }

    boolean isAsked() {
        return revision > 0;
    }
}
