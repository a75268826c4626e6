package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * A client's NewOrderSingle(D).
 *
 * @param fix header of the FIX message.
 * @param clOrdId ClOrdID(11).
 * @param account Account(1), "" for the session's own.
 * @param symbol Symbol(55).
 * @param side Side(54).
 * @param ordType OrdType(40).
 * @param timeInForce TimeInForce(59).
 * @param orderQty OrderQty(38).
 * @param price Price(44), ABSENT if the message has none.
 * @param unsupported names a value or field that changes what the order means and that this gateway does not work;
 *     "" if all is supported. The core refuses the order with it.
 */
public record NewOrderSingle(
        FixHeader fix,
        String clOrdId,
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
        handler.onNewOrderSingle(this);
    }
}
