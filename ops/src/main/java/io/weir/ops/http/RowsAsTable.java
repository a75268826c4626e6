package io.weir.ops.http;

import io.weir.store.ExecutionRow;
import io.weir.store.OrderRow;
import io.weir.store.query.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rows as plain columns; what does not help a person is left to JSON. */
final class RowsAsTable implements Rendering {
    /** An average may have more digits than anyone reads. */
    private static final int AVG_PX_DIGITS = 8;

    @Override
    public String orders(final Page<OrderRow> page) {
        final TextTable table = new TextTable(
                "OrderID",
                "ClOrdID",
                "Account",
                "Symbol",
                "Side",
                "OrdType",
                "OrderQty",
                "Price",
                "OrdStatus",
                "CumQty",
                "LeavesQty",
                "AvgPx",
                "Updated",
                "Text");
        for (final OrderRow order : page.rows()) {
            table.row(
                    order.orderId(),
                    order.clOrdId(),
                    order.account(),
                    order.symbol(),
                    order.side(),
                    order.ordType(),
                    plain(order.orderQty()),
                    plain(order.price()),
                    order.ordStatus(),
                    plain(order.cumQty()),
                    plain(order.leavesQty()),
                    order.avgPx().signum() == 0 ? "" : rounded(order.avgPx()),
                    order.updatedAt(),
                    order.text());
        }
        return table.render() + more(page);
    }

    @Override
    public String executions(final Page<ExecutionRow> page) {
        final TextTable table = new TextTable(
                "ExecID",
                "OrderID",
                "ClOrdID",
                "Account",
                "Symbol",
                "Side",
                "ExecType",
                "OrdStatus",
                "LastQty",
                "LastPx",
                "LastMkt",
                "VenueExecID",
                "CumQty",
                "LeavesQty",
                "TransactTime",
                "Text");
        for (final ExecutionRow execution : page.rows()) {
            table.row(
                    execution.execId(),
                    execution.orderId() == 0 ? "" : execution.orderId(),
                    execution.clOrdId(),
                    execution.account(),
                    execution.symbol(),
                    execution.side(),
                    execution.execType(),
                    execution.ordStatus(),
                    plain(execution.lastQty()),
                    plain(execution.lastPx()),
                    execution.lastMkt(),
                    execution.venueExecId(),
                    plain(execution.cumQty()),
                    plain(execution.leavesQty()),
                    execution.transactTime(),
                    execution.text());
        }
        return table.render() + more(page);
    }

    @Override
    public String contentType() {
        return "text/plain; charset=utf-8";
    }

    private static String more(final Page<?> page) {
        return page.next() == Page.LAST ? "" : "(more: before " + page.next() + ")\n";
    }

    private static String rounded(final BigDecimal value) {
        final BigDecimal cut =
                value.scale() <= AVG_PX_DIGITS ? value : value.setScale(AVG_PX_DIGITS, RoundingMode.HALF_UP);
        return cut.toPlainString();
    }

    private static String plain(final BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
