package io.weir.simulator.client;

import java.math.BigDecimal;

/**
 * One ExecutionReport as its client has it.
 *
 * @param clOrdId   ClOrdID(11).
 * @param orderId   OrderID(37).
 * @param execType  ExecType(150), FIX's code.
 * @param ordStatus OrdStatus(39), FIX's code.
 * @param lastQty   LastQty(32), zero unless it is a Trade.
 * @param lastPx    LastPx(31), zero unless it is a Trade.
 * @param lastMkt   LastMkt(30), "" unless it is a Trade.
 * @param cumQty    CumQty(14).
 * @param leavesQty LeavesQty(151).
 */
public record Execution(
        String clOrdId,
        String orderId,
        String execType,
        String ordStatus,
        BigDecimal lastQty,
        BigDecimal lastPx,
        String lastMkt,
        BigDecimal cumQty,
        BigDecimal leavesQty) {}
