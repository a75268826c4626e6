package io.weir.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationTest {
    @TempDir
    private Path directory;

    @Test
    void shouldMakeTheTablesOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Store store = store();
                    Connection connection = store.openWriter()) {
                assertEquals("weir", connection.getSchema());
            }
        }
    }

    @Test
    void shouldBeginAnewWhereTheFirstMigrationWasKilled() throws Exception {
        sql("create schema weir", "create table weir.orders (order_id bigint)");
        try (Store store = store();
                Connection connection = store.openWriter();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select cl_ord_id from orders");
        }
    }

    @Test
    void shouldRefuseTablesOfANewerVersion() throws Exception {
        makeTables();
        sql("insert into weir.flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) values (9, '999', 'later', 'SQL', 'V999__later.sql', 'sa', 1, true)");
        try (Store store = store()) {
            final Store.UnfitSchema thrown = assertThrows(Store.UnfitSchema.class, store::openWriter);
            assertTrue(thrown.getMessage().contains("newer version"), thrown.getMessage());
        }
    }

    @Test
    void shouldRefuseTablesThatWereChangedByHand() throws Exception {
        makeTables();
        sql(
                "update weir.flyway_schema_history set checksum = 1 where version = '1'",
                "insert into weir.flyway_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success) values (9, null, 'x', 'SQL', 'R__x.sql', 'sa', 1,"
                        + " true)");
        try (Store store = store()) {
            assertThrows(Store.UnfitSchema.class, store::openWriter);
        }
    }

    @Test
    void shouldKeepTheLastThreeThatWereSetAside() throws Exception {
        for (int i = 1; i <= 5; i++) {
            try (Store store = store()) {
                store.openWriter().close();
                store.setAside(Instant.ofEpochSecond(1_700_000_000L + i));
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of(
                            "weir.mv.db.set-aside-20231114-221323-000",
                            "weir.mv.db.set-aside-20231114-221324-000",
                            "weir.mv.db.set-aside-20231114-221325-000"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("set-aside"))
                            .sorted()
                            .toList());
        }
    }

    private void makeTables() throws Exception {
        try (Store store = store()) {
            store.openWriter().close();
        }
    }

    private Store store() {
        return new Store(StoreConfig.embedded(directory));
    }

    private void sql(final String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + directory.resolve("weir")
                                + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=32768",
                        "sa",
                        "");
                Statement statement = connection.createStatement()) {
            for (final String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
