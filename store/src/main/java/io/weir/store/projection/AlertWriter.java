package io.weir.store.projection;

import io.weir.protocol.Bounds;
import io.weir.protocol.event.Alert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Writes {@code alerts} and keeps the newest only. */
final class AlertWriter implements AutoCloseable {
    private final PreparedStatement insert;
    private final PreparedStatement deleteOld;
    private final int maxAlerts;

    /** @param maxAlerts rows that are kept */
    AlertWriter(final Connection connection, final int maxAlerts) throws SQLException {
        this.maxAlerts = maxAlerts;
        insert = connection.prepareStatement(
                "insert into alerts (event_seq, subject, text, raised_at) values (?, ?, ?, ?)");
        deleteOld = connection.prepareStatement("delete from alerts where event_seq <= (select event_seq from alerts"
                + " order by event_seq desc offset ? rows fetch first 1 rows only)");
    }

    void write(final Collection<Said<Alert>> alerts) throws SQLException {
        if (alerts.isEmpty()) {
            return;
        }
        final Columns columns = new Columns(insert);
        for (final Said<Alert> alert : alerts) {
            columns.number(alert.eventSeq())
                    .text(alert.event().subject(), Bounds.MAX_TEXT_LENGTH)
                    .text(alert.event().text(), Bounds.MAX_TEXT_LENGTH)
                    .time(alert.timeNs())
                    .add();
        }
        insert.executeBatch();
        deleteOld.setInt(1, maxAlerts);
        deleteOld.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            deleteOld.close();
        }
    }
}
