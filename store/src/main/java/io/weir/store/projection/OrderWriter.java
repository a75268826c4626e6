package io.weir.store.projection;

import io.weir.protocol.Bounds;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.OrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code orders}. */
final class OrderWriter implements AutoCloseable {
    private static final String INSERT =
            "insert into orders (cl_ord_id, account, symbol, side, ord_type, time_in_force,"
                    + " ord_status, order_qty, price, leaves_qty, cum_qty, cum_notional, avg_px, session_id, updated_at, event_seq,"
                    + " text, order_id, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE =
            "update orders set cl_ord_id = ?, account = ?, symbol = ?, side = ?, ord_type = ?,"
                    + " time_in_force = ?, ord_status = ?, order_qty = ?, price = ?, leaves_qty = ?, cum_qty = ?, cum_notional = ?,"
                    + " avg_px = ?, session_id = ?, updated_at = ?, event_seq = ?, text = ? where order_id = ?";

    private final Upsert<OrderChange> upsert;

    OrderWriter(final Connection connection) throws SQLException {
        upsert = new Upsert<>(connection, UPDATE, OrderWriter::setKnown, INSERT, OrderWriter::setNew);
    }

    /**
     * Writes a batch.
     *
     * @param changes one an order.
     * @param highest the highest OrderID that has a row: the core counts them upwards, so one above it has none.
     * @return the highest OrderID that has a row now.
     */
    long write(final List<OrderChange> changes, final long highest) throws SQLException {
        final List<OrderChange> fresh = new ArrayList<>();
        final List<OrderChange> known = new ArrayList<>();
        long highestNow = highest;
        for (final OrderChange change : changes) {
            (change.orderId() > highest ? fresh : known).add(change);
            highestNow = Math.max(highestNow, change.orderId());
        }
        upsert.insert(fresh);
        upsert.write(known);
        return highestNow;
    }

    private static void setNew(final Columns columns, final OrderChange change) throws SQLException {
        setKnown(columns, change);
        columns.time(change.firstTimeNs());
    }

    private static void setKnown(final Columns columns, final OrderChange change) throws SQLException {
        final OrderState order = change.last().order();
        columns.text(order.clOrdId(), Bounds.MAX_ID_LENGTH)
                .text(order.account(), Bounds.MAX_NAME_LENGTH)
                .text(order.symbol(), Bounds.MAX_NAME_LENGTH)
                .name(order.side())
                .name(order.ordType())
                .name(order.timeInForce())
                .name(order.ordStatus())
                .decimal(order.orderQty(), order.qtyScale());
        if (order.price() == OrderState.NO_PRICE) {
            columns.noDecimal();
        } else {
            columns.decimal(order.price(), order.priceScale());
        }
        columns.decimal(order.leavesQty(), order.qtyScale())
                .decimal(order.cumQty(), order.qtyScale())
                .decimal(order.cumNotional(), order.priceScale() + order.qtyScale())
                .decimal(avgPx(order))
                .integer(change.last().session().sessionId())
                .time(change.last().transactTimeNs())
                .number(change.eventSeq())
                .text(change.last().text(), Bounds.MAX_TEXT_LENGTH)
                .number(change.orderId());
    }

    /** The one division; rounded half up at the last digit that the column has. */
    private static BigDecimal avgPx(final OrderState order) {
        if (order.cumQty() == 0) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(order.cumNotional(), order.priceScale() + order.qtyScale())
                .divide(BigDecimal.valueOf(order.cumQty(), order.qtyScale()), Decimal.MAX_SCALE, RoundingMode.HALF_UP);
    }

    @Override
    public void close() throws SQLException {
        upsert.close();
    }
}
