package io.weir.sor;

/**
 * What one venue takes of one instrument, and what it costs. Immutable.
 *
 * @param tickSize    at priceScale, above 0.
 * @param lotSize     at qtyScale, above 0.
 * @param minQty      at qtyScale.
 * @param minNotional at priceScale + qtyScale.
 * @param makerFeePpm in 1/1,000,000 of the notional.
 * @param takerFeePpm in 1/1,000,000 of the notional.
 */
public record VenueRules(long tickSize, long lotSize, long minQty, long minNotional, int makerFeePpm, int takerFeePpm) {
    /**
     * Brings a price to the venue's tick so that it is no worse than asked.
     *
     * @param px  at priceScale.
     * @param buy down when buying, up when selling.
     * @return a multiple of the tick; 0 if none is left.
     */
    public long inwardToTick(final long px, final boolean buy) {
        final long beyond = px % tickSize;
        return buy || beyond == 0 ? px - beyond : px - beyond + tickSize;
    }

    /** {@return whether the venue takes an order of that size at that price} */
    public boolean takes(final long qty, final long px) {
        if (qty <= 0 || qty < minQty) {
            return false;
        }
        final long notional = Costs.notional(qty, px);
        return notional == Costs.TOO_LARGE || notional >= minNotional;
    }
}
