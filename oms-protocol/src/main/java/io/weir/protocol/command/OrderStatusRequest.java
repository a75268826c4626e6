package io.weir.protocol.command;

import io.weir.protocol.fix.Side;

/**
 * A client's OrderStatusRequest(H).
 *
 * @param fix header of the FIX message.
 * @param clOrdId ClOrdID(11).
 * @param orderId OrderID(37) as written, or "".
 * @param symbol Symbol(55).
 * @param side Side(54).
 * @param ordStatusReqId OrdStatusReqID(790) or "".
 */
public record OrderStatusRequest(
        FixHeader fix, String clOrdId, String orderId, String symbol, Side side, String ordStatusReqId)
        implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onOrderStatusRequest(this);
    }
}
