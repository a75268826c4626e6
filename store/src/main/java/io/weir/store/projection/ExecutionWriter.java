package io.weir.store.projection;

import io.weir.protocol.Bounds;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes {@code executions}, and {@code replaced_cl_ord_ids} where a report says that a ClOrdID is an old one now. */
final class ExecutionWriter implements AutoCloseable {
    /** The longest execution id of a venue that is kept whole. */
    static final int MAX_VENUE_EXEC_ID = 128;

    private static final String INSERT =
            "insert into executions (event_seq, exec_id, order_id, cl_ord_id, orig_cl_ord_id,"
                    + " account, symbol, side, exec_type, ord_status, ord_rej_reason, leaves_qty, cum_qty, session_id,"
                    + " transact_time, text, last_qty, last_px, last_mkt, child_order_id, venue_exec_id, commission, comm_currency)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final PreparedStatement insert;
    private final PreparedStatement insertReplaced;

    ExecutionWriter(final Connection connection) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        insertReplaced = connection.prepareStatement(
                "insert into replaced_cl_ord_ids (event_seq, cl_ord_id, order_id) values (?, ?, ?)");
    }

    void write(final List<Said<ExecutionReport>> reports) throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        final Columns columns = new Columns(insert);
        final Columns replaced = new Columns(insertReplaced);
        boolean anyReplaced = false;
        for (final Said<ExecutionReport> report : reports) {
            set(columns, report.eventSeq(), report.event());
            columns.add();
            if (report.event().execType() == ExecType.REPLACED) {
                setReplaced(replaced, report.eventSeq(), report.event());
                anyReplaced = true;
            }
        }
        insert.executeBatch();
        if (anyReplaced) {
            insertReplaced.executeBatch();
        }
    }

    private static void set(final Columns columns, final long eventSeq, final ExecutionReport report)
            throws SQLException {
        final OrderState order = report.order();
        columns.number(eventSeq)
                .number(report.execId())
                .id(order.orderId())
                .text(order.clOrdId(), Bounds.MAX_ID_LENGTH)
                .text(report.origClOrdId(), Bounds.MAX_ID_LENGTH)
                .text(order.account(), Bounds.MAX_NAME_LENGTH)
                .text(order.symbol(), Bounds.MAX_NAME_LENGTH)
                .name(order.side())
                .name(report.execType())
                .name(order.ordStatus());
        if (report.ordRejReason() == OrdRejReason.NONE) {
            columns.noText();
        } else {
            columns.name(report.ordRejReason());
        }
        columns.decimal(order.leavesQty(), order.qtyScale())
                .decimal(order.cumQty(), order.qtyScale())
                .integer(report.session().sessionId())
                .time(report.transactTimeNs())
                .text(report.text(), Bounds.MAX_TEXT_LENGTH);
        if (report.trade().isPresent()) {
            setTrade(columns, report.trade(), order);
        } else {
            columns.noDecimal()
                    .noDecimal()
                    .noText()
                    .noNumber()
                    .noText()
                    .noDecimal()
                    .noText();
        }
    }

    private static void setTrade(final Columns columns, final Trade trade, final OrderState order) throws SQLException {
        columns.decimal(trade.lastQty(), order.qtyScale())
                .decimal(trade.lastPx(), order.priceScale())
                .text(trade.lastMkt(), Bounds.MAX_NAME_LENGTH)
                .number(trade.childOrderId())
                .text(trade.venueExecId(), MAX_VENUE_EXEC_ID)
                .decimal(trade.commission(), trade.commissionScale())
                .text(trade.commCurrency(), Bounds.MAX_NAME_LENGTH);
    }

    private static void setReplaced(final Columns columns, final long eventSeq, final ExecutionReport report)
            throws SQLException {
        columns.number(eventSeq)
                .text(report.origClOrdId(), Bounds.MAX_ID_LENGTH)
                .number(report.order().orderId())
                .add();
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            insertReplaced.close();
        }
    }
}
