package io.weir.store;

import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of {@code executions}: one ExecutionReport that said something new.
 *
 * @param eventSeq     number of the report in the journal.
 * @param execId       ExecID(17).
 * @param orderId      OrderID(37); 0 for a reject that made no order (a duplicate ClOrdID).
 * @param clOrdId      ClOrdID(11).
 * @param origClOrdId  OrigClOrdID(41) or "".
 * @param account      Account(1).
 * @param symbol       Symbol(55).
 * @param side         Side(54) by name.
 * @param execType     ExecType(150).
 * @param ordStatus    OrdStatus(39).
 * @param ordRejReason OrdRejReason(103) by name, "" unless the report is a reject.
 * @param lastQty      LastQty(32), null unless execType is TRADE; so are lastPx and commission.
 * @param lastPx       LastPx(31).
 * @param lastMkt      LastMkt(30): name of the venue, "" unless execType is TRADE.
 * @param childOrderId our id of the order at the venue, 0 unless execType is TRADE.
 * @param venueExecId  the venue's own id of the execution, "" unless execType is TRADE.
 * @param commission   Commission(12).
 * @param commCurrency CommCurrency(479), "" if none.
 * @param leavesQty    LeavesQty(151).
 * @param cumQty       CumQty(14).
 * @param sessionId    the FIX session that the report went to.
 * @param transactTime TransactTime(60), microseconds.
 * @param text         Text(58) or "".
 */
public record ExecutionRow(
        long eventSeq,
        long execId,
        long orderId,
        String clOrdId,
        String origClOrdId,
        String account,
        String symbol,
        String side,
        ExecType execType,
        OrdStatus ordStatus,
        String ordRejReason,
        BigDecimal lastQty,
        BigDecimal lastPx,
        String lastMkt,
        long childOrderId,
        String venueExecId,
        BigDecimal commission,
        String commCurrency,
        BigDecimal leavesQty,
        BigDecimal cumQty,
        int sessionId,
        Instant transactTime,
        String text) {}
