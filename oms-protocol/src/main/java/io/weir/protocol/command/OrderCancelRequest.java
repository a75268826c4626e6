package io.weir.protocol.command;

import io.weir.protocol.fix.Side;

/**
 * A client's OrderCancelRequest(F).
 *
 * @param fix header of the FIX message.
 * @param clOrdId ClOrdID(11) of the request.
 * @param origClOrdId OrigClOrdID(41).
 * @param orderId OrderID(37) as written, or "".
 * @param symbol Symbol(55).
 * @param side Side(54).
 */
public record OrderCancelRequest(
        FixHeader fix, String clOrdId, String origClOrdId, String orderId, String symbol, Side side)
        implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onOrderCancelRequest(this);
    }
}
