package io.weir.store.projection;

import io.weir.protocol.Bounds;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.RouteChoice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes {@code routes}. A routing says no scale of its quantities: that is the order's, known from its reports. */
final class RouteWriter implements AutoCloseable {
    /** Room for what {@link Bounds#MAX_VENUES} venues can say. */
    private static final int MAX_WHY = 16_000;

    private static final int UNKNOWN_SCALE = -1;

    private final PreparedStatement insert;
    private final PreparedStatement selectScale;
    private final StringBuilder why = new StringBuilder(256);

    RouteWriter(final Connection connection) throws SQLException {
        insert = connection.prepareStatement(
                "insert into routes (event_seq, order_id, routing_round, why, routed_at) values (?, ?, ?, ?, ?)");
        selectScale = connection.prepareStatement(
                "select i.qty_scale from orders o" + " join instruments i on i.symbol = o.symbol where o.order_id = ?");
    }

    /** Writes the routings of a batch whose orders and instruments are written already. */
    void write(final ProjectionBatch batch) throws SQLException {
        if (batch.routes().isEmpty()) {
            return;
        }
        final Columns columns = new Columns(insert);
        for (final Said<OrderRouted> routed : batch.routes()) {
            final OrderRouted event = routed.event();
            columns.number(routed.eventSeq())
                    .number(event.orderId())
                    .integer(event.round())
                    .text(why(event, qtyScale(batch, event.orderId())), MAX_WHY)
                    .time(routed.timeNs())
                    .add();
        }
        insert.executeBatch();
    }

    /** One clause a venue: {@code KRAKEN 0.5 score=9100 child=1001: ask 50000.00; BINANCE -: down}. */
    private String why(final OrderRouted event, final int qtyScale) {
        why.setLength(0);
        for (final RouteChoice choice : event.choices()) {
            why.append(why.isEmpty() ? "" : "; ").append(choice.venue());
            if (choice.childOrderId() == 0) {
                why.append(" -");
            } else {
                why.append(' ').append(qtyScale == UNKNOWN_SCALE ? "?" : Decimals.toText(choice.qty(), qtyScale));
                why.append(" score=").append(choice.score()).append(" child=").append(choice.childOrderId());
            }
            why.append(": ").append(Bounds.cutText(choice.why()));
        }
        return why.toString();
    }

    private int qtyScale(final ProjectionBatch batch, final long orderId) throws SQLException {
        final OrderChange change = batch.order(orderId);
        if (change != null) {
            return change.last().order().qtyScale();
        }
        selectScale.setLong(1, orderId);
        try (ResultSet rows = selectScale.executeQuery()) {
            return rows.next() ? rows.getInt(1) : UNKNOWN_SCALE;
        }
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            selectScale.close();
        }
    }
}
