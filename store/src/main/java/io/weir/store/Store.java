package io.weir.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of one gateway. The projector opens it for writing, on its own thread, when it can; from then on queries are
 * answered, on any thread. A process that only asks opens it read-only.
 */
public final class Store implements AutoCloseable {
    /** The schema that holds all tables, on both databases. */
    public static final String SCHEMA = "weir";

    /** How the message of {@link StoreUnavailable} begins where nothing was ever stored. */
    public static final String NONE = "there is no store";

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final StoreConfig config;
    private final Database database;
    private volatile HikariDataSource pool;

    /**
     * Makes a store; touches nothing yet.
     *
     * @param config its settings.
     */
    public Store(final StoreConfig config) {
        this.config = config;
        this.database = config.isEmbedded() ? new EmbeddedH2(config.directory()) : new PostgreSql(config);
    }

    /**
     * Opens what is there for queries only, beside no other process: for the command line when no gateway runs.
     *
     * @param config its settings.
     * @return an open store.
     * @throws StoreUnavailable if there is none, or it is held by another process or out of reach.
     */
    public static Store openReadOnly(final StoreConfig config) throws StoreUnavailable {
        final Store store = new Store(config);
        DataSource source = store.database.dataSource();
        if (store.database instanceof EmbeddedH2 h2) {
            if (!h2.exists()) {
                throw new StoreUnavailable(NONE + " yet: " + h2.name(), null);
            }
            source = h2.readOnlySource();
        }
        try (Connection probe = source.getConnection()) {
            probe.setSchema(SCHEMA);
        } catch (final SQLException e) {
            throw new StoreUnavailable("cannot open " + store.name() + ": " + store.explain(e), e);
        }
        store.pool = store.openPool(source);
        return store;
    }

    /** {@return its settings} */
    public StoreConfig config() {
        return config;
    }

    /** {@return where it is, without secrets} */
    public String name() {
        return database.name();
    }

    /** {@return whether queries are answered} */
    public boolean isOpen() {
        return pool != null;
    }

    /**
     * Opens it for its one writer, the projector, and for queries: migrates the tables if they are older.
     *
     * @return a connection in the schema, with auto-commit off; the caller closes it.
     * @throws SQLException  if that cannot be done now; {@link #isDamaged} tells whether it ever can.
     * @throws UnfitSchema if the tables are not those of this version.
     */
    public Connection openWriter() throws SQLException, UnfitSchema {
        final DataSource source = database.dataSource();
        final Connection connection = source.getConnection();
        try {
            migrate(source, connection);
            connection.setSchema(SCHEMA);
            connection.setAutoCommit(false);
            if (pool == null) {
                pool = openPool(source);
            }
            return connection;
        } catch (final SQLException | UnfitSchema | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void migrate(final DataSource source, final Connection connection) throws SQLException, UnfitSchema {
        final boolean first = !Migrations.isBegun(connection);
        if (first) {
            database.clearHalfMade(connection);
        }
        if (!Migrations.migrate(source, connection)) {
            throw new UnfitSchema("the tables in " + name() + " are of a newer version or were changed by hand");
        }
        if (first) {
            database.makeDurable(connection);
        }
    }

    /** {@return whether the error says that the database cannot be read as it lies there} */
    public boolean isDamaged(final SQLException error) {
        return database.isDamaged(error);
    }

    /** {@return what an error means to a person, one line} */
    public String explain(final SQLException error) {
        return database.explain(error);
    }

    /**
     * Keeps the database under another name; the next {@link #openWriter} makes an empty one. The writer's connection is
     * closed before.
     *
     * @param now for the new name.
     * @return where it is kept.
     * @throws SQLException if it could not be done.
     */
    public String setAside(final Instant now) throws SQLException {
        close();
        return database.setAside(SUFFIX.format(now));
    }

    /**
     * Makes what the writer has committed survive as much as the database can, and tidies its file.
     *
     * @param writer outside a transaction.
     * @throws SQLException if it could not be done.
     */
    public void makeDurable(final Connection writer) throws SQLException {
        database.makeDurable(writer);
    }

    /**
     * Asks.
     *
     * @param question runs on the caller's thread, on a connection of its own in the schema.
     * @return its answer.
     * @throws StoreUnavailable if it cannot be asked now.
     */
    public <T> T ask(final Question<T> question) throws StoreUnavailable {
        final HikariDataSource current = pool;
        if (current == null) {
            throw new StoreUnavailable("the store is not open (yet): " + name(), null);
        }
        try (Connection connection = current.getConnection()) {
            return question.ask(connection);
        } catch (final SQLTimeoutException e) {
            throw new StoreUnavailable(
                    "the query was given up after " + config.queryTimeout().toSeconds() + " s; narrow it", e);
        } catch (final SQLException e) {
            LOG.warn("query failed: {}", e.getMessage());
            throw new StoreUnavailable("the query failed; the gateway's log says why", e);
        }
    }

    private HikariDataSource openPool(final DataSource source) {
        final HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("store");
        hikari.setDataSource(source);
        hikari.setMaximumPoolSize(config.poolSize());
        hikari.setMinimumIdle(1);
        hikari.setSchema(SCHEMA);
        hikari.setReadOnly(true);
        hikari.setConnectionTimeout(config.queryTimeout().toMillis());
        hikari.setValidationTimeout(Math.min(1_000, config.queryTimeout().toMillis()));
        hikari.setInitializationFailTimeout(-1);
        return new HikariDataSource(hikari);
    }

    /** Ends the answering of queries; does nothing if it is not open. The writer's connection stays its holder's. */
    @Override
    public void close() {
        final HikariDataSource current = pool;
        pool = null;
        if (current != null) {
            current.close();
        }
    }

    /**
     * What to ask a database.
     *
     * @param <T> of the answer.
     */
    @FunctionalInterface
    public interface Question<T> {
        /**
         * Asks.
         *
         * @param connection in the schema, auto-commit on; stays the store's.
         * @return the answer.
         * @throws SQLException if the database has none.
         */
        T ask(Connection connection) throws SQLException;
    }

    /** The tables are not those that this version knows. */
    public static final class UnfitSchema extends Exception {
        private static final long serialVersionUID = 1L;

        UnfitSchema(final String message) {
            super(message);
        }
    }
}
