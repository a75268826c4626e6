package io.weir.store.projection;

import io.weir.store.Store;
import io.weir.store.StoreUnavailable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of all tables as text, so that two databases can be compared. */
public final class Tables {
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("orders", "order_id");
        KEYS.put("executions", "event_seq");
        KEYS.put("routes", "event_seq");
        KEYS.put("replaced_cl_ord_ids", "event_seq");
        KEYS.put("balances", "account, venue, asset");
        KEYS.put("instruments", "symbol");
        KEYS.put("venues", "venue_id");
        KEYS.put("kill_switches", "scope, name");
        KEYS.put("alerts", "event_seq");
        KEYS.put("projection_position", "name");
    }

    private Tables() {}

    /** {@return one line a row, sorted} */
    public static List<String> all(final Store store) throws StoreUnavailable {
        return store.ask(connection -> {
            final List<String> lines = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                for (final Map.Entry<String, String> table : KEYS.entrySet()) {
                    try (ResultSet rows = statement.executeQuery(
                            "select * from " + table.getKey() + " order by " + table.getValue())) {
                        while (rows.next()) {
                            lines.add(table.getKey() + line(rows));
                        }
                    }
                }
            }
            return lines;
        });
    }

    /** {@return how many rows a table has} */
    public static long count(final Store store, final String table) throws StoreUnavailable {
        return number(store, "select count(*) from " + table);
    }

    /** {@return the one number that a query answers} */
    public static long number(final Store store, final String sql) throws StoreUnavailable {
        return store.ask(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static String line(final ResultSet rows) throws SQLException {
        final ResultSetMetaData columns = rows.getMetaData();
        final StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            final Object value = rows.getObject(i);
            line.append(' ').append(columns.getColumnName(i)).append('=');
            line.append(
                    value instanceof BigDecimal number
                            ? number.stripTrailingZeros().toPlainString()
                            : value);
        }
        return line.toString();
    }
}
