package io.weir.store.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes rows that may be there: an update, and an insert for those that the update did not find. Two plain statements that
 * both databases run fast, where their own upserts differ.
 *
 * @param <R> what a row is made of.
 */
final class Upsert<R> implements AutoCloseable {
    private final PreparedStatement update;
    private final PreparedStatement insert;
    private final Row<R> updateRow;
    private final Row<R> insertRow;

    Upsert(
            final Connection connection,
            final String updateSql,
            final Row<R> updateRow,
            final String insertSql,
            final Row<R> insertRow)
            throws SQLException {
        this.update = connection.prepareStatement(updateSql);
        this.insert = connection.prepareStatement(insertSql);
        this.updateRow = updateRow;
        this.insertRow = insertRow;
    }

    /** Writes rows of which each may be there or not. */
    void write(final Collection<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        final Columns columns = new Columns(update);
        for (final R row : rows) {
            updateRow.set(columns, row);
            columns.add();
        }
        final int[] counts = update.executeBatch();
        final List<R> missing = new ArrayList<>();
        int i = 0;
        for (final R row : rows) {
            if (counts[i++] == 0) {
                missing.add(row);
            }
        }
        insert(missing);
    }

    /** Writes rows that are surely not there. */
    void insert(final Collection<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        final Columns columns = new Columns(insert);
        for (final R row : rows) {
            insertRow.set(columns, row);
            columns.add();
        }
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        try (update) {
            insert.close();
        }
    }

    /** Sets all parameters of a statement, in their order. */
    @FunctionalInterface
    interface Row<R> {
        void set(Columns columns, R row) throws SQLException;
    }
}
