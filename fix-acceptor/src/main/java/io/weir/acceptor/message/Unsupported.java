package io.weir.acceptor.message;

import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;

/**
 * What FIX 4.4 allows an order to ask for and this gateway does not work. Such an order is refused by the core with our
 * words, never worked as if it had not asked. Pure functions.
 */
final class Unsupported {
    /** ExecInst(18): not held, work, held; they ask for nothing that this gateway would not do anyway. */
    private static final String HARMLESS_EXEC_INST = "125";

    private static final int[] FIELDS = {
        Tags.MIN_QTY,
        Tags.MAX_FLOOR,
        Tags.MAX_SHOW,
        Tags.EFFECTIVE_TIME,
        Tags.EXPIRE_TIME,
        Tags.EXPIRE_DATE,
        Tags.STOP_PX,
        Tags.CASH_ORDER_QTY,
        Tags.ORDER_PERCENT,
        Tags.ORDER_QTY2,
        Tags.PRICE2,
        Tags.EX_DESTINATION,
        Tags.NO_ALLOCS,
        Tags.CASH_MARGIN,
        Tags.PEG_OFFSET_VALUE,
        Tags.DISCRETION_INST,
        Tags.TARGET_STRATEGY
    };
    private static final String[] NAMES = {
        "MinQty",
        "MaxFloor",
        "MaxShow",
        "EffectiveTime",
        "ExpireTime",
        "ExpireDate",
        "StopPx",
        "CashOrderQty",
        "OrderPercent",
        "OrderQty2",
        "Price2",
        "ExDestination",
        "NoAllocs",
        "CashMargin",
        "PegOffsetValue",
        "DiscretionInst",
        "TargetStrategy"
    };

    private Unsupported() {}

    /** {@return what a checked order asks for and cannot have, "" if all is supported} */
    static String in(final FixMessage order) {
        final char ordType = order.code(Tags.ORD_TYPE);
        if (ordTypeOf(order) == OrdType.UNSUPPORTED) {
            return "OrdType(40) " + ordType + " is not supported; 1 (market) and 2 (limit) are";
        }
        if (timeInForceOf(order) == TimeInForce.UNSUPPORTED) {
            return "TimeInForce(59) " + order.code(Tags.TIME_IN_FORCE)
                    + " is not supported; 0 (day), 1 (GTC), 3 (IOC) and 4 (FOK) are";
        }
        final String field = field(order);
        return field.isEmpty() ? value(order) : field;
    }

    static OrdType ordTypeOf(final FixMessage order) {
        final OrdType ordType = OrdType.of(order.code(Tags.ORD_TYPE));
        return ordType == null ? OrdType.UNSUPPORTED : ordType;
    }

    /** Absent is DAY, as FIX says. */
    static TimeInForce timeInForceOf(final FixMessage order) {
        if (!order.has(Tags.TIME_IN_FORCE)) {
            return TimeInForce.DAY;
        }
        final TimeInForce timeInForce = TimeInForce.of(order.code(Tags.TIME_IN_FORCE));
        return timeInForce == null ? TimeInForce.UNSUPPORTED : timeInForce;
    }

    private static String field(final FixMessage order) {
        for (int i = 0; i < FIELDS.length; i++) {
            if (order.has(FIELDS[i])) {
                return NAMES[i] + "(" + FIELDS[i] + ") is not supported";
            }
        }
        return "";
    }

    private static String value(final FixMessage order) {
        if (order.code(Tags.HANDL_INST) == '3') {
            return "HandlInst(21) 3 is not supported; 1 (automated) is";
        }
        if (order.has(Tags.SETTL_TYPE) && order.code(Tags.SETTL_TYPE) != '0') {
            return "SettlType(63) " + order.code(Tags.SETTL_TYPE) + " is not supported; 0 (regular) is";
        }
        if (order.has(Tags.PRICE_TYPE) && order.number(Tags.PRICE_TYPE, 0) != 2) {
            return "PriceType(423) " + order.text(Tags.PRICE_TYPE) + " is not supported; 2 (per unit) is";
        }
        if (order.has(Tags.QTY_TYPE) && order.code(Tags.QTY_TYPE) != '0') {
            return "QtyType(854) " + order.code(Tags.QTY_TYPE) + " is not supported; 0 (units) is";
        }
        return order.has(Tags.EXEC_INST) ? execInst(order.text(Tags.EXEC_INST)) : "";
    }

    private static String execInst(final String values) {
        for (int i = 0; i < values.length(); i += 2) {
            if (HARMLESS_EXEC_INST.indexOf(values.charAt(i)) < 0) {
                return "ExecInst(18) " + values.charAt(i) + " is not supported";
            }
        }
        return "";
    }
}
