package io.weir.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Puts a SELECT together from the conditions that were asked for; values go in as parameters, never as text. */
final class Select {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    /** @param sql up to where a condition may follow */
    Select(final String sql) {
        this.sql = new StringBuilder(sql).append(" where 1 = 1");
    }

    Select equal(final String column, final String value) {
        return value.equals(Filters.ANY) ? this : and(column + " = ?", value);
    }

    Select equalId(final String column, final long value) {
        return value == 0 ? this : and(column + " = ?", value);
    }

    /** @param ids none finds nothing */
    Select in(final String column, final List<Long> ids) {
        if (ids.isEmpty()) {
            sql.append(" and 1 = 0");
            return this;
        }
        sql.append(" and ")
                .append(column)
                .append(" in (?")
                .append(", ?".repeat(ids.size() - 1))
                .append(')');
        values.addAll(ids);
        return this;
    }

    /** @param column is null */
    Select absent(final String column) {
        sql.append(" and ").append(column).append(" is null");
        return this;
    }

    Select below(final String column, final long value) {
        return value == Long.MAX_VALUE ? this : and(column + " < ?", value);
    }

    Select notBefore(final String column, final Instant time) {
        return time.equals(Instant.MIN) ? this : and(column + " >= ?", utc(time));
    }

    Select before(final String column, final Instant time) {
        return time.equals(Instant.MAX) ? this : and(column + " < ?", utc(time));
    }

    private static OffsetDateTime utc(final Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private Select and(final String condition, final Object value) {
        sql.append(" and ").append(condition);
        values.add(value);
        return this;
    }

    /** Ends it: the highest first, and no more rows than that. */
    Select newest(final String column, final int rows) {
        sql.append(" order by ").append(column).append(" desc fetch first ? rows only");
        values.add(rows);
        return this;
    }

    /** {@return the statement, all parameters set; the caller closes it} */
    PreparedStatement prepare(final Connection connection) throws SQLException {
        final PreparedStatement statement = connection.prepareStatement(sql.toString());
        try {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (final SQLException e) {
            statement.close();
            throw e;
        }
    }
}
