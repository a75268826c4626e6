package io.weir.simulator.binance;

import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.RejectReason;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;

/** The dialect's words for the engine's, and back; null where this venue has no such word. */
final class Codes {
    /** Decimals of every amount on the wire. */
    static final int DECIMALS = 8;

    private Codes() {}

    static Side side(final String text) {
        return "BUY".equals(text) ? Side.BUY : "SELL".equals(text) ? Side.SELL : null;
    }

    static OrdType ordType(final String text) {
        return switch (text) {
            case "LIMIT" -> OrdType.LIMIT;
            case "MARKET" -> OrdType.MARKET;
            case "LIMIT_MAKER" -> OrdType.LIMIT_MAKER;
            default -> null;
        };
    }

    static TimeInForce timeInForce(final String text) {
        return switch (text) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            default -> null;
        };
    }

    /** What a refused order is answered with. */
    static Answer refusal(final RejectReason reason) {
        return switch (reason) {
            case PRICE_OUT_OF_RANGE, PRICE_OFF_TICK -> Answer.filter("PRICE_FILTER");
            case QTY_OUT_OF_RANGE, QTY_OFF_LOT, QTY_NOT_ABOVE_CUMQTY -> Answer.filter("LOT_SIZE");
            case NOTIONAL_TOO_SMALL -> Answer.filter("NOTIONAL");
            case TOO_MANY_OPEN_ORDERS -> Answer.filter("MAX_NUM_ORDERS");
            case WOULD_TAKE -> Answer.bad(-2010, "Order would immediately match and take.");
            case INSUFFICIENT_BALANCE -> Answer.bad(-2010, "Account has insufficient balance for requested action.");
            case DUPLICATE_CLORDID -> Answer.bad(-2010, "Duplicate order sent.");
            case UNKNOWN_ORDER, ORDER_CLOSED -> Answer.UNKNOWN_CANCEL;
        };
    }
}
