package io.weir.store.query;

import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import io.weir.store.ExecutionRow;
import io.weir.store.OrderRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads rows. A mapping is a list. */
final class Rows {
    private Rows() {}

    static OrderRow order(final ResultSet row) throws SQLException {
        return new OrderRow(
                row.getLong("order_id"),
                row.getString("cl_ord_id"),
                row.getString("account"),
                row.getString("symbol"),
                row.getString("side"),
                row.getString("ord_type"),
                row.getString("time_in_force"),
                OrdStatus.valueOf(row.getString("ord_status")),
                decimal(row, "order_qty"),
                decimal(row, "price"),
                decimal(row, "leaves_qty"),
                decimal(row, "cum_qty"),
                decimal(row, "cum_notional"),
                decimal(row, "avg_px"),
                row.getInt("session_id"),
                time(row, "created_at"),
                time(row, "updated_at"),
                row.getLong("event_seq"),
                row.getString("text"));
    }

    static ExecutionRow execution(final ResultSet row) throws SQLException {
        return new ExecutionRow(
                row.getLong("event_seq"),
                row.getLong("exec_id"),
                row.getLong("order_id"),
                row.getString("cl_ord_id"),
                row.getString("orig_cl_ord_id"),
                row.getString("account"),
                row.getString("symbol"),
                row.getString("side"),
                ExecType.valueOf(row.getString("exec_type")),
                OrdStatus.valueOf(row.getString("ord_status")),
                text(row, "ord_rej_reason"),
                decimal(row, "last_qty"),
                decimal(row, "last_px"),
                text(row, "last_mkt"),
                row.getLong("child_order_id"),
                text(row, "venue_exec_id"),
                decimal(row, "commission"),
                text(row, "comm_currency"),
                decimal(row, "leaves_qty"),
                decimal(row, "cum_qty"),
                row.getInt("session_id"),
                time(row, "transact_time"),
                row.getString("text"));
    }

    /** The column's eighteen digits without the zeros at the end. */
    static BigDecimal decimal(final ResultSet row, final String column) throws SQLException {
        final BigDecimal value = row.getBigDecimal(column);
        if (value == null) {
            return null;
        }
        final BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String text(final ResultSet row, final String column) throws SQLException {
        final String value = row.getString(column);
        return value == null ? "" : value;
    }

    private static Instant time(final ResultSet row, final String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
