package io.weir.store.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads and writes {@code projection_position}. */
final class PositionTable implements AutoCloseable {
    private static final String NAME = "events";
    private static final int MAX_NAME = 32;

    private final PreparedStatement select;
    private final Upsert<Said<ProjectionPosition>> upsert;

    PositionTable(final Connection connection) throws SQLException {
        select = connection.prepareStatement("select event_seq, journal_position, highest_order_id, first_event_seq"
                + " from projection_position where name = '" + NAME + "'");
        upsert = new Upsert<>(
                connection,
                "update projection_position set event_seq = ?, journal_position = ?, highest_order_id = ?,"
                        + " first_event_seq = ?, updated_at = ? where name = ?",
                PositionTable::set,
                "insert into projection_position (event_seq, journal_position, highest_order_id, first_event_seq,"
                        + " updated_at, name) values (?, ?, ?, ?, ?, ?)",
                PositionTable::set);
    }

    /** {@return what is stored, {@link ProjectionPosition#NONE} in an empty database} */
    ProjectionPosition read() throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? new ProjectionPosition(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4))
                    : ProjectionPosition.NONE;
        }
    }

    /** @param timeNs of the last event, ns since 1970 UTC */
    void write(final ProjectionPosition position, final long timeNs) throws SQLException {
        upsert.write(List.of(new Said<>(position.eventSeq(), timeNs, position)));
    }

    private static void set(final Columns columns, final Said<ProjectionPosition> row) throws SQLException {
        columns.number(row.eventSeq())
                .number(row.event().journalPosition())
                .number(row.event().highestOrderId())
                .number(row.event().firstEventSeq())
                .time(row.timeNs())
                .text(NAME, MAX_NAME);
    }

    @Override
    public void close() throws SQLException {
        try (select) {
            upsert.close();
        }
    }
}
