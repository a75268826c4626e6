package io.weir.simulator.matching;

/**
 * A request to place an order.
 *
 * @param symbol the venue's symbol.
 * @param clOrdId ClOrdID(11).
 * @param side Side(54).
 * @param ordType OrdType(40).
 * @param timeInForce TimeInForce(59); a market order is IOC.
 * @param price Price(44) at priceScale; 0 for a market order.
 * @param orderQty OrderQty(38) at qtyScale.
 */
public record NewOrder(
        String symbol,
        String clOrdId,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        long price,
        long orderQty) {}
