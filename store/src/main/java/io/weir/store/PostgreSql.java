package io.weir.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL by URL. It looks after its own files: whatever error it gives is weather to us. */
final class PostgreSql implements Database {
    private static final String ASIDE = Store.SCHEMA + "_set_aside_";
    private static final int CONNECT_TIMEOUT_S = 5;
    private static final int SOCKET_TIMEOUT_S = 60;

    private final StoreConfig config;

    PostgreSql(final StoreConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return config.url();
    }

    @Override
    public DataSource dataSource() {
        final PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.url());
        source.setUser(config.user());
        source.setPassword(config.password().reveal());
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(CONNECT_TIMEOUT_S);
        source.setSocketTimeout(SOCKET_TIMEOUT_S);
        source.setApplicationName("weir");
        return source;
    }

    @Override
    public boolean isDamaged(final SQLException error) {
        return false;
    }

    @Override
    public String explain(final SQLException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public String setAside(final String suffix) throws SQLException {
        final String aside = ASIDE + suffix.toLowerCase(Locale.ROOT).replace('-', '_');
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter schema " + Store.SCHEMA + " rename to " + aside);
            dropOldest(statement);
        }
        return "schema " + aside;
    }

    private static void dropOldest(final Statement statement) throws SQLException {
        final List<String> kept = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select schema_name from information_schema.schemata"
                + " where schema_name like '" + ASIDE.replace("_", "\\_") + "%' order by schema_name")) {
            while (rows.next()) {
                kept.add(rows.getString(1));
            }
        }
        for (int i = 0; i < kept.size() - EmbeddedH2.MAX_SET_ASIDE; i++) {
            statement.execute("drop schema " + kept.get(i) + " cascade");
        }
    }

    /** A migration is a transaction; and a schema that is there already is somebody's. */
    @Override
    public void clearHalfMade(final Connection connection) {}

    /** A commit is durable when it returns. */
    @Override
    public void makeDurable(final Connection connection) {}
}
