package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What holds for every ExecutionReport, over all sessions of one gateway: nothing is said twice, amounts add up, an order
 * keeps its OrderID. Source: FIX 4.4, ExecutionReport and Order State Changes.
 */
final class ReportRules {
    private static final int[] ALWAYS = {37, 17, 150, 39, 55, 54, 151, 14, 6, 11};
    private static final String NO_ORDER = "NONE";
    private static final int AVG_PX_DIGITS = 8;

    private final Set<String> execIds = new HashSet<>();
    private final Map<String, Sums> sums = new HashMap<>();
    private final Map<String, String> orderIds = new HashMap<>();

    /**
     * Checks one message; anything but an ExecutionReport is not looked at.
     *
     * @param message as it came, in the order in which its session got it.
     */
    synchronized void check(final Message message) {
        if (!"8".equals(message.msgType())) {
            return;
        }
        for (final int tag : ALWAYS) {
            assertTrue(message.has(tag), () -> "no field " + tag + ": " + message);
        }
        assertTrue("0F45C8I6EA".contains(message.value(150)), () -> "ExecType(150): " + message);
        checkAmounts(message);
        checkOrderId(message);
        if (!message.is(150, "I") && isNew(message)) {
            addUp(message);
        }
    }

    private boolean isNew(final Message message) {
        final boolean unseen = execIds.add(message.value(17));
        assertTrue(unseen || message.isPossDup() || message.isPossResend(), () -> "ExecID(17) used before: " + message);
        return unseen;
    }

    private static void checkAmounts(final Message message) {
        final BigDecimal leavesQty = message.decimal(151);
        if ("0A16E".contains(message.value(39))) {
            assertEquals(
                    0,
                    message.decimal(38).compareTo(message.decimal(14).add(leavesQty)),
                    () -> "open, and OrderQty is not CumQty + LeavesQty: " + message);
        } else {
            assertEquals(0, leavesQty.signum(), () -> "over, and LeavesQty is not 0: " + message);
        }
    }

    private void checkOrderId(final Message message) {
        final String orderId = message.value(37);
        if (NO_ORDER.equals(orderId)) {
            return;
        }
        final String before = orderIds.putIfAbsent(key(message, 11), orderId);
        assertTrue(before == null || before.equals(orderId), () -> "OrderID(37) was " + before + ": " + message);
        if (message.has(41)) {
            assertEquals(orderIds.get(key(message, 41)), orderId, () -> "OrderID(37) of OrigClOrdID(41): " + message);
        }
    }

    private void addUp(final Message message) {
        final Sums order = sums.computeIfAbsent(message.value(37) + key(message, 56), id -> new Sums());
        if (message.is(150, "F")) {
            order.cumQty = order.cumQty.add(message.decimal(32));
            order.notional = order.notional.add(message.decimal(32).multiply(message.decimal(31)));
            final boolean filled = message.decimal(14).compareTo(message.decimal(38)) == 0;
            assertTrue(
                    "6E".contains(message.value(39)) || message.is(39, filled ? "2" : "1"),
                    () -> "OrdStatus(39) of a fill: " + message);
        }
        assertEquals(0, message.decimal(14).compareTo(order.cumQty), () -> "CumQty is not " + order.cumQty + message);
        assertEquals(
                order.avgPx(),
                message.decimal(6).setScale(AVG_PX_DIGITS, RoundingMode.HALF_UP),
                () -> "AvgPx is not the weighted mean: " + message);
    }

    private static String key(final Message message, final int tag) {
        return message.value(56) + ' ' + message.value(tag);
    }

    private static final class Sums {
        private BigDecimal cumQty = BigDecimal.ZERO;
        private BigDecimal notional = BigDecimal.ZERO;

        private BigDecimal avgPx() {
            return cumQty.signum() == 0
                    ? BigDecimal.ZERO.setScale(AVG_PX_DIGITS)
                    : notional.divide(cumQty, AVG_PX_DIGITS, RoundingMode.HALF_UP);
        }
    }
}
