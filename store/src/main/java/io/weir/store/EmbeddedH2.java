package io.weir.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 inside this process, one file. H2's default lock is the kernel's lock on that file: it ends with the process, however
 * that ends, so an opening after SIGKILL waits for nothing.
 */
final class EmbeddedH2 implements Database {
    /** How many databases set aside are kept; the oldest goes first. */
    static final int MAX_SET_ASIDE = 3;

    private static final String FILE = "weir.mv.db";
    private static final int CACHE_KIB = 32 * 1024;

    /** How long H2 keeps what is outdated; a power cut within that time may cost the file, which is then built again. */
    private static final int RETENTION_MS = 1_000;

    /** How much of the file is to be live. */
    private static final int FILL_PERCENT = 30;

    /** The most that is moved at a time. */
    private static final int TIDY_BYTES = 16 << 20;

    /** About what H2 writes at once. */
    private static final long MIN_FREE_BYTES = 16L << 20;

    /** What says that the file is held, full or out of reach; all else at opening says that it is damaged. */
    private static final Set<Integer> WEATHER = Set.of(
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            ErrorCode.FILE_CREATION_FAILED_1,
            ErrorCode.OUT_OF_MEMORY,
            ErrorCode.LOCK_TIMEOUT_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    private final Path directory;

    EmbeddedH2(final Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    @Override
    public String name() {
        return "H2 in " + directory;
    }

    @Override
    public DataSource dataSource() {
        return source("");
    }

    /** {@return a source that reads only, and makes no database where there is none} */
    DataSource readOnlySource() {
        return source(";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
    }

    /** {@return whether there is a database file} */
    boolean exists() {
        return Files.exists(directory.resolve(FILE));
    }

    private DataSource source(final String more) {
        final JdbcDataSource source = new JdbcDataSource();
        // The process life, not H2's own shutdown hook, says when it closes. WRITE_DELAY=0: see makeDurable.
        source.setURL("jdbc:h2:file:" + directory.resolve("weir")
                + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;"
                + "RETENTION_TIME=" + RETENTION_MS + ";" + "CACHE_SIZE=" + CACHE_KIB + more);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    /** An I/O error is weather too (a full disk, a directory gone), but not a file that ends too early. */
    @Override
    public boolean isDamaged(final SQLException error) {
        if (isDiskFull()) {
            return false;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof EOFException)) {
                return false;
            }
        }
        // Classes 22 and 42 are about a statement, not about the file.
        final String state = String.valueOf(error.getSQLState());
        return !state.startsWith("22") && !state.startsWith("42") && !WEATHER.contains(error.getErrorCode());
    }

    /** On a full disk H2 says all kinds of things, also of a sound file. */
    private boolean isDiskFull() {
        try {
            return Files.getFileStore(directory).getUsableSpace() < MIN_FREE_BYTES;
        } catch (final IOException e) {
            return false;
        }
    }

    @Override
    public String explain(final SQLException error) {
        if (isDiskFull()) {
            return "the disk is full: less than " + (MIN_FREE_BYTES >> 20) + " MiB are free";
        }
        return error.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? "another process has the database open"
                : String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public String setAside(final String suffix) throws SQLException {
        final Path file = directory.resolve(FILE);
        final Path aside = directory.resolve(FILE + ".set-aside-" + suffix);
        try {
            Files.move(file, aside);
            dropOldest();
        } catch (final IOException e) {
            throw new SQLException("cannot rename " + file + " to " + aside, e);
        }
        return aside.toString();
    }

    private void dropOldest() throws IOException {
        final List<Path> kept;
        try (Stream<Path> files = Files.list(directory)) {
            kept = files.filter(path -> path.getFileName().toString().startsWith(FILE + ".set-aside-"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < kept.size() - MAX_SET_ASIDE; i++) {
            Files.delete(kept.get(i));
        }
    }

    @Override
    public void clearHalfMade(final Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + Store.SCHEMA + " cascade");
        }
    }

    /**
     * By itself H2 writes to its file in the background, one table after another, while others are being changed: a SIGKILL
     * then leaves half a transaction (seen once in some hundred kills; 2.4.240, MVStore.collectChangedMapRoots). Without
     * that thread each commit writes by itself, whole. Then nobody tidies the file either, so that is done here, on the
     * writer's thread.
     */
    @Override
    public void makeDurable(final Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        connection.commit();
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().getStore().getMvStore().compact(FILL_PERCENT, TIDY_BYTES);
        }
    }
}
