package io.weir.benchmarks.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.benchmarks.baseline.ArtioEcho;
import io.weir.benchmarks.baseline.QuickFixEcho;
import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.OrderTerms;
import io.weir.benchmarks.client.Orders;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each baseline answers every order once, round after round on one connection. */
class EchoContenderTest {
    private static final int ORDERS = 300;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(classes = {QuickFixEcho.class, ArtioEcho.class})
    void shouldAnswerEveryOrderOnce(final Class<?> echo) {
        try (EchoContender contender = EchoContender.start(echo.getSimpleName(), echo, directory);
                LoadConnection connection = LoadConnection.logOn(contender.session(), contender.fixPort())) {
            for (final String prefix : new String[] {"R1-", "R2-"}) {
                final Orders orders = new Orders(prefix, ORDERS, OrderTerms.RESTING, false);
                connection.begin(orders);
                for (int i = 0; i < ORDERS; i++) {
                    connection.order(i, 0, 0);
                }
                connection.flush();
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hasAll(connection, orders));
                connection.awaitQuiet(prefix + "END");
                assertEquals(0, orders.doubled() + orders.refused() + orders.strangers());
            }
            connection.logOut();
        }
    }

    private static boolean hasAll(final LoadConnection connection, final Orders orders) {
        connection.pump(); // throws if the connection is gone
        return orders.news() == ORDERS;
    }
}
