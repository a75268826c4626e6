package io.weir.store.projection;

import io.weir.protocol.Bounds;
import io.weir.protocol.event.BalanceChanged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes {@code balances}. */
final class BalanceWriter implements AutoCloseable {
    private final Upsert<Said<BalanceChanged>> upsert;

    BalanceWriter(final Connection connection) throws SQLException {
        upsert = new Upsert<>(
                connection,
                "update balances set total = ?, reserved = ?, event_seq = ?, updated_at = ?"
                        + " where account = ? and venue = ? and asset = ?",
                BalanceWriter::set,
                "insert into balances (total, reserved, event_seq, updated_at, account, venue, asset)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                BalanceWriter::set);
    }

    /** @param changes one an account, venue and asset */
    void write(final Collection<Said<BalanceChanged>> changes) throws SQLException {
        upsert.write(changes);
    }

    private static void set(final Columns columns, final Said<BalanceChanged> row) throws SQLException {
        final BalanceChanged event = row.event();
        columns.decimal(event.total(), event.scale())
                .decimal(event.reserved(), event.scale())
                .number(row.eventSeq())
                .time(row.timeNs())
                .text(event.account(), Bounds.MAX_NAME_LENGTH)
                .text(event.venue(), Bounds.MAX_NAME_LENGTH)
                .text(event.asset(), Bounds.MAX_NAME_LENGTH);
    }

    @Override
    public void close() throws SQLException {
        upsert.close();
    }
}
