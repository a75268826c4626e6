package io.weir.simulator.fix;

import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.RejectReason;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;

/** FIX 4.4's characters for the engine's words, and back; null where the venue has no such word. */
final class FixCodes {
    static final int ORD_REJ_UNKNOWN_SYMBOL = 1;
    static final int ORD_REJ_EXCEEDS_LIMIT = 3;
    static final int ORD_REJ_UNKNOWN_ORDER = 5;
    static final int ORD_REJ_DUPLICATE = 6;
    static final int ORD_REJ_UNSUPPORTED = 11;
    static final int ORD_REJ_INCORRECT_QUANTITY = 13;
    static final int ORD_REJ_OTHER = 99;
    static final int CXL_REJ_TOO_LATE = 0;
    static final int CXL_REJ_UNKNOWN_ORDER = 1;
    static final int CXL_REJ_DUPLICATE = 6;
    static final int CXL_REJ_OTHER = 99;

    private FixCodes() {}

    static Side side(final char code) {
        return switch (code) {
            case '1' -> Side.BUY;
            case '2' -> Side.SELL;
            default -> null;
        };
    }

    static char code(final Side side) {
        return side == Side.BUY ? '1' : '2';
    }

    static OrdType ordType(final char code) {
        return switch (code) {
            case '1' -> OrdType.MARKET;
            case '2' -> OrdType.LIMIT;
            default -> null;
        };
    }

    static char code(final OrdType type) {
        return type == OrdType.MARKET ? '1' : '2';
    }

    static TimeInForce timeInForce(final char code) {
        return switch (code) {
            case '0' -> TimeInForce.DAY;
            case '1' -> TimeInForce.GTC;
            case '3' -> TimeInForce.IOC;
            case '4' -> TimeInForce.FOK;
            default -> null;
        };
    }

    static char code(final TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> '0';
            case GTC -> '1';
            case IOC -> '3';
            case FOK -> '4';
        };
    }

    /** OrdStatus(39). What IOC and FOK leave is Canceled, as FIX 4.4 vol. 4 has it; only DAY orders expire. */
    static char code(final OrdStatus status, final TimeInForce timeInForce) {
        return switch (status) {
            case NEW -> '0';
            case PARTIALLY_FILLED -> '1';
            case FILLED -> '2';
            case CANCELED -> '4';
            case EXPIRED -> timeInForce == TimeInForce.DAY ? 'C' : '4';
            case REJECTED -> '8';
        };
    }

    /** OrdRejReason(103). */
    static int ordRejReason(final RejectReason reason) {
        return switch (reason) {
            case QTY_OUT_OF_RANGE, QTY_OFF_LOT, QTY_NOT_ABOVE_CUMQTY -> ORD_REJ_INCORRECT_QUANTITY;
            case INSUFFICIENT_BALANCE, TOO_MANY_OPEN_ORDERS -> ORD_REJ_EXCEEDS_LIMIT;
            case DUPLICATE_CLORDID -> ORD_REJ_DUPLICATE;
            case UNKNOWN_ORDER -> ORD_REJ_UNKNOWN_ORDER;
            case PRICE_OUT_OF_RANGE, PRICE_OFF_TICK, NOTIONAL_TOO_SMALL, WOULD_TAKE, ORDER_CLOSED -> ORD_REJ_OTHER;
        };
    }

    /** CxlRejReason(102). */
    static int cxlRejReason(final RejectReason reason) {
        return switch (reason) {
            case ORDER_CLOSED -> CXL_REJ_TOO_LATE;
            case UNKNOWN_ORDER -> CXL_REJ_UNKNOWN_ORDER;
            case DUPLICATE_CLORDID -> CXL_REJ_DUPLICATE;
            default -> CXL_REJ_OTHER;
        };
    }
}
