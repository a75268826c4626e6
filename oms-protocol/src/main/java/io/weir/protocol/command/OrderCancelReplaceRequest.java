package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * A client's OrderCancelReplaceRequest(G).
 *
 * @param fix header of the FIX message.
 * @param clOrdId ClOrdID(11) of the request.
 * @param origClOrdId OrigClOrdID(41).
 * @param orderId OrderID(37) as written, or "".
 * @param account Account(1) or "".
 * @param symbol Symbol(55).
 * @param side Side(54).
 * @param ordType OrdType(40).
 * @param timeInForce TimeInForce(59).
 * @param orderQty OrderQty(38), the new total.
 * @param price Price(44), ABSENT if the message has none.
 * @param unsupported as in {@link NewOrderSingle}.
 */
public record OrderCancelReplaceRequest(
        FixHeader fix,
        String clOrdId,
        String origClOrdId,
        String orderId,
        String account,
        String symbol,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        Decimal orderQty,
        Decimal price,
        String unsupported)
        implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onOrderCancelReplaceRequest(this);
    }
}
