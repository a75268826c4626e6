package io.weir.store.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Deletes closed orders that nobody has to be shown any more, with their executions and routes, a stretch of OrderIDs a
 * step, so that no step holds up the projection. On the projector's thread, in transactions of its own.
 */
final class Retention {
    /** OrderIDs looked at in one step; deleting them all takes some tens of milliseconds. */
    static final int STEP = 2_000;

    private static final String OLD =
            "(select order_id from orders where order_id > ? and order_id <= ? and updated_at < ?"
                    + " and ord_status in ('FILLED', 'CANCELED', 'REJECTED', 'EXPIRED'))";

    private static final List<String> DELETES = List.of(
            "delete from executions where order_id in " + OLD,
            "delete from replaced_cl_ord_ids where order_id in " + OLD,
            "delete from routes where order_id in " + OLD,
            "delete from orders where order_id in " + OLD);

    private long doneTo;
    private long rows;

    /**
     * Looks at the next stretch.
     *
     * @param connection auto-commit off, outside a transaction.
     * @param before     what was last changed before it goes.
     * @return false if that was the last stretch; the next call begins anew.
     */
    boolean step(final Connection connection, final Instant before) throws SQLException {
        final OffsetDateTime cutoff = OffsetDateTime.ofInstant(before, ZoneOffset.UTC);
        final long from = Math.max(doneTo, lowestOrderId(connection) - 1);
        for (final String delete : DELETES) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setLong(1, from);
                statement.setLong(2, from + STEP);
                statement.setObject(3, cutoff);
                rows += statement.executeUpdate();
            }
        }
        final boolean more = exists(connection, from + STEP);
        if (!more) {
            deleteWithoutOrder(connection, cutoff);
        }
        connection.commit();
        doneTo = more ? from + STEP : 0;
        return more;
    }

    /** {@return rows deleted so far} */
    long rows() {
        return rows;
    }

    private void deleteWithoutOrder(final Connection connection, final OffsetDateTime cutoff) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from executions where order_id is null and transact_time < ?")) {
            statement.setObject(1, cutoff);
            rows += statement.executeUpdate();
        }
    }

    private static long lowestOrderId(final Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select min(order_id) from orders")) {
            return result.next() ? Math.max(1, result.getLong(1)) : 1;
        }
    }

    private static boolean exists(final Connection connection, final long above) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select order_id from orders where order_id > ? order by order_id fetch first 1 rows only")) {
            statement.setLong(1, above);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
