package io.weir.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What differs between the databases: how to get in, what an error means, and how to make room for a new one. */
interface Database {
    /** {@return where it is, without secrets} */
    String name();

    /** {@return a source of new connections, not pooled} */
    DataSource dataSource();

    /**
     * Tells weather from damage.
     *
     * @param error from opening or writing.
     * @return true if the database cannot be read as it lies there, and no waiting will mend that.
     */
    boolean isDamaged(SQLException error);

    /** {@return what an error means to a person, one line} */
    String explain(SQLException error);

    /**
     * Keeps what is there under another name, so that an empty database can take its place. All connections are closed.
     *
     * @param suffix sorts by time.
     * @return where it is now.
     * @throws SQLException if it could not be done; nothing has changed then.
     */
    String setAside(String suffix) throws SQLException;

    /**
     * Takes away what a first migration that was killed has left, where migrations are not transactions.
     *
     * @param connection to a database in which no migration has come to its end.
     */
    void clearHalfMade(Connection connection) throws SQLException;

    /**
     * Makes what is committed survive the end of the machine as far as the database can, and tidies its file.
     *
     * @param connection open, outside a transaction.
     */
    void makeDurable(Connection connection) throws SQLException;
}
