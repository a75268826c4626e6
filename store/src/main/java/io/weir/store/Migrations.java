package io.weir.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the form that this version knows, by Flyway. */
final class Migrations {
    /** The newest file in {@code io/weir/store/migration}. */
    static final String LATEST = "1";

    private static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /**
     * Migrates, unless the newest migration is there already: asking first keeps Flyway's start out of a restart.
     *
     * @param source     for Flyway's own connections.
     * @param connection open, with auto-commit.
     * @return false if the tables are of a newer version, or changed by another hand.
     * @throws SQLException if the database could not be reached or refused.
     */
    static boolean migrate(final DataSource source, final Connection connection) throws SQLException {
        if (isCurrent(connection)) {
            return true;
        }
        if (hasHistory(connection) && isNewer(connection)) {
            return false;
        }
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .schemas(Store.SCHEMA)
                    .defaultSchema(Store.SCHEMA)
                    .createSchemas(true)
                    .locations("classpath:io/weir/store/migration")
                    .load()
                    .migrate();
            return true;
        } catch (final FlywayException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException error) {
                    throw error;
                }
            }
            return false;
        }
    }

    /** {@return whether a migration ever came to its end here} */
    static boolean isBegun(final Connection connection) throws SQLException {
        return hasHistory(connection)
                && exists(
                        connection,
                        "select 1 from " + Store.SCHEMA + "." + HISTORY + " where version is not null and success");
    }

    private static boolean isCurrent(final Connection connection) throws SQLException {
        return hasHistory(connection)
                && exists(
                        connection,
                        "select 1 from " + Store.SCHEMA + "." + HISTORY + " where version = '" + LATEST
                                + "' and success and installed_rank = (select max(installed_rank) from " + Store.SCHEMA
                                + "."
                                + HISTORY + ")");
    }

    private static boolean isNewer(final Connection connection) throws SQLException {
        return exists(
                connection,
                "select 1 from " + Store.SCHEMA + "." + HISTORY + " where cast(version as integer) > " + LATEST);
    }

    private static boolean hasHistory(final Connection connection) throws SQLException {
        return exists(
                connection,
                "select 1 from information_schema.tables where table_schema = '" + Store.SCHEMA + "' and table_name = '"
                        + HISTORY + "'");
    }

    private static boolean exists(final Connection connection, final String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }
}
