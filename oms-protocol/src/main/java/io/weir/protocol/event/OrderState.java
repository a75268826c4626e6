package io.weir.protocol.event;

import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * An order as a report shows it.
 *
 * @param orderId     OrderID(37), 0 for an order that is not known ("NONE").
 * @param clOrdId     ClOrdID(11).
 * @param account     Account(1).
 * @param symbol      Symbol(55).
 * @param priceScale  digits of price, lastPx.
 * @param qtyScale    digits of orderQty, leavesQty, cumQty, lastQty; cumNotional has priceScale + qtyScale digits.
 * @param side        Side(54).
 * @param ordType     OrdType(40).
 * @param timeInForce TimeInForce(59).
 * @param ordStatus   OrdStatus(39).
 * @param orderQty    OrderQty(38).
 * @param price       Price(44), {@link #NO_PRICE} for a market order.
 * @param leavesQty   LeavesQty(151).
 * @param cumQty      CumQty(14).
 * @param cumNotional sum of lastQty times lastPx; divided by cumQty it is AvgPx(6).
 */
public record OrderState(
        long orderId,
        String clOrdId,
        String account,
        String symbol,
        int priceScale,
        int qtyScale,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        OrdStatus ordStatus,
        long orderQty,
        long price,
        long leavesQty,
        long cumQty,
        long cumNotional) {
    /** Stands for the price of an order without one. */
    public static final long NO_PRICE = Long.MIN_VALUE;
}
