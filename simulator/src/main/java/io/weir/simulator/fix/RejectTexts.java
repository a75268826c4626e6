package io.weir.simulator.fix;

import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.RejectReason;

/** Text(58) for a refusal: field, value and bound. */
final class RejectTexts {
    private RejectTexts() {}

    static String of(
            final RejectReason reason, final Instrument i, final String clOrdId, final long price, final long qty) {
        final String px = Decimals.format(price, i.priceScale());
        final String quantity = Decimals.format(qty, i.qtyScale());
        return switch (reason) {
            case PRICE_OUT_OF_RANGE ->
                "Price(44) " + px + " must be above 0 and at most " + Decimals.format(i.maxPrice(), i.priceScale());
            case PRICE_OFF_TICK ->
                "Price(44) " + px + " is not a multiple of " + Decimals.format(i.tickSize(), i.priceScale());
            case QTY_OUT_OF_RANGE ->
                "OrderQty(38) " + quantity + " must be " + Decimals.format(i.minQty(), i.qtyScale()) + " to "
                        + Decimals.format(i.maxQty(), i.qtyScale());
            case QTY_OFF_LOT ->
                "OrderQty(38) " + quantity + " is not a multiple of " + Decimals.format(i.lotSize(), i.qtyScale());
            case NOTIONAL_TOO_SMALL ->
                "OrderQty(38) " + quantity + " times the price is below "
                        + Decimals.format(i.minNotional(), Account.SCALE) + " " + i.quote();
            case WOULD_TAKE -> "order would trade at once";
            case INSUFFICIENT_BALANCE -> "balance does not cover OrderQty(38) " + quantity + " of " + i.symbol();
            case DUPLICATE_CLORDID -> "ClOrdID(11) " + clOrdId + " is in use";
            case TOO_MANY_OPEN_ORDERS -> "too many open orders";
            case UNKNOWN_ORDER -> "unknown order";
            case ORDER_CLOSED -> "order is closed";
            case QTY_NOT_ABOVE_CUMQTY -> "OrderQty(38) " + quantity + " is not above CumQty(14)";
        };
    }
}
