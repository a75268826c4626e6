package io.weir.store;

import io.weir.protocol.fix.OrdStatus;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of {@code orders}: one client order as its last report left it.
 *
 * @param orderId     OrderID(37).
 * @param clOrdId     ClOrdID(11) of the order or of its last replace.
 * @param account     Account(1).
 * @param symbol      Symbol(55).
 * @param side        Side(54) by name.
 * @param ordType     OrdType(40) by name.
 * @param timeInForce TimeInForce(59) by name.
 * @param ordStatus   OrdStatus(39).
 * @param orderQty    OrderQty(38).
 * @param price       Price(44), null for an order without one.
 * @param leavesQty   LeavesQty(151).
 * @param cumQty      CumQty(14).
 * @param cumNotional sum of LastQty times LastPx, exact.
 * @param avgPx       AvgPx(6): cumNotional / cumQty, rounded half up at 18 digits; 0 before the first fill.
 * @param sessionId   the FIX session that owns the order.
 * @param createdAt   TransactTime(60) of the first report, microseconds.
 * @param updatedAt   TransactTime(60) of the last report, microseconds.
 * @param eventSeq    number of the last report in the journal.
 * @param text        Text(58) of the last report.
 */
public record OrderRow(
        long orderId,
        String clOrdId,
        String account,
        String symbol,
        String side,
        String ordType,
        String timeInForce,
        OrdStatus ordStatus,
        BigDecimal orderQty,
        BigDecimal price,
        BigDecimal leavesQty,
        BigDecimal cumQty,
        BigDecimal cumNotional,
        BigDecimal avgPx,
        int sessionId,
        Instant createdAt,
        Instant updatedAt,
        long eventSeq,
        String text) {}
