package io.weir.store.projection;

import io.weir.store.PostgreSqlServer;
import io.weir.store.StoreConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgreSqlProjectionTest extends ProjectionContract {
    private static PostgreSqlServer server;

    private StoreConfig config;

    @BeforeAll
    static void start() throws Exception {
        server = PostgreSqlServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    @BeforeEach
    void open() {
        config = server.newDatabase();
        super.open();
    }

    @Override
    StoreConfig config() {
        return config;
    }
}
