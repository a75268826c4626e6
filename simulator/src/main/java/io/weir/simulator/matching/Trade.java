package io.weir.simulator.matching;

/**
 * One match of two orders.
 *
 * @param tradeId rising within a symbol.
 * @param maker the order that rested; may be the venue's own.
 * @param taker the order that came; may be the venue's own.
 * @param lastPx LastPx(31) at priceScale: the maker's price.
 * @param lastQty LastQty(32) at qtyScale.
 * @param makerFee charged to the maker in what it received, at scale {@value Account#SCALE}.
 * @param takerFee charged to the taker in what it received, at scale {@value Account#SCALE}.
 * @param timeMs when, ms since 1970.
 */
public record Trade(
        long tradeId, Order maker, Order taker, long lastPx, long lastQty, long makerFee, long takerFee, long timeMs) {

    /** The fee of {@code order}, one of the two. */
    public long feeOf(final Order order) {
        return order == maker ? makerFee : takerFee;
    }
}
