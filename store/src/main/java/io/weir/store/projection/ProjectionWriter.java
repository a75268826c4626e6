package io.weir.store.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Writes batches: rows and position in one transaction, or nothing. */
final class ProjectionWriter implements AutoCloseable {
    private final Connection connection;
    private final OrderWriter orders;
    private final ExecutionWriter executions;
    private final RouteWriter routes;
    private final BalanceWriter balances;
    private final ReferenceWriter reference;
    private final AlertWriter alerts;
    private final PositionTable positions;

    private ProjectionPosition position;

    /**
     * Reads how far the store is.
     *
     * @param connection in the schema, auto-commit off; closed with this.
     * @param maxAlerts  rows that are kept of alerts.
     */
    ProjectionWriter(final Connection connection, final int maxAlerts) throws SQLException {
        this.connection = connection;
        orders = new OrderWriter(connection);
        executions = new ExecutionWriter(connection);
        routes = new RouteWriter(connection);
        balances = new BalanceWriter(connection);
        reference = new ReferenceWriter(connection);
        alerts = new AlertWriter(connection, maxAlerts);
        positions = new PositionTable(connection);
        position = positions.read();
        connection.commit();
    }

    /** {@return how far the store is} */
    ProjectionPosition position() {
        return position;
    }

    /**
     * Writes a batch and how far it reaches. After an exception this is of no more use; what is stored is unchanged, unless
     * the database took the commit and could not say so: the stored position tells.
     *
     * @param batch         of one event at least.
     * @param firstEventSeq from which on nothing is missing.
     */
    void write(final ProjectionBatch batch, final long firstEventSeq) throws SQLException {
        reference.write(batch);
        final long highest = orders.write(batch.orders(), position.highestOrderId());
        executions.write(batch.executions());
        routes.write(batch);
        balances.write(batch.balances());
        alerts.write(batch.alerts());
        final ProjectionPosition next =
                new ProjectionPosition(batch.lastEventSeq(), batch.lastPosition(), highest, firstEventSeq);
        positions.write(next, batch.lastTimeNs());
        connection.commit();
        position = next;
    }

    /** Ends an open transaction without a trace and closes all. */
    @Override
    public void close() throws SQLException {
        try (connection;
                positions;
                alerts;
                reference;
                balances;
                routes;
                executions;
                orders) {
            connection.rollback();
        }
    }
}
