package io.weir.store;

import io.weir.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of its own for tests, from binaries that Maven brings, on a free port of loopback. */
public final class PostgreSqlServer implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private PostgreSqlServer(final EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts it. PostgreSQL refuses to run as root; the library then runs it in a user namespace of its own, and only where
     * the system allows none the tests are skipped, with that as the reason.
     */
    public static PostgreSqlServer start() throws IOException {
        final boolean root = "root".equals(System.getProperty("user.name"));
        Assumptions.assumeTrue(
                !root || LinuxUtils.isUnshareAvailable(),
                "PostgreSQL does not run as root, and this system lets root make no user namespace (unshare -U)");
        return new PostgreSqlServer(EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off")
                .start());
    }

    /** {@return settings of a new, empty database} */
    public StoreConfig newDatabase() {
        final String name = "weir_test_" + DATABASES.incrementAndGet();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (final SQLException e) {
            throw new IllegalStateException(e);
        }
        return StoreConfig.postgreSql(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name, "postgres", Secret.of("postgres"));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
