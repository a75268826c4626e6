package io.weir.simulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.simulator.floor.TradingFloor;
import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;
import io.weir.simulator.matching.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue whose ledger cannot be written says so by saying nothing: here every write meets a full device. */
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path dir;

    @BeforeEach
    void fillTheDisk() throws IOException {
        assumeTrue(Files.exists(FULL), "this system has no /dev/full");
        Files.createSymbolicLink(dir.resolve(TradingFloor.LEDGER_FILE), FULL);
    }

    @Test
    void shouldHaltTheFloor() {
        try (TradingFloor floor = new TradingFloor(DemoVenues.fix("FULL", 0, dir), new Deaf())) {
            assertTrue(floor.commit(), "nothing to write yet");
            final NewOrder order =
                    new NewOrder("BTC-USD", "A", Side.BUY, OrdType.LIMIT, TimeInForce.GTC, 4_000_000, 1_000);
            floor.exchange().place(floor.exchange().account(DemoVenues.ACCOUNT), order, false, 1);
            assertFalse(floor.commit());
            assertTrue(floor.isHalted());
            assertFalse(floor.commit());
        }
    }

    private static final class Deaf implements ExchangeListener {
        @Override
        public void onAccepted(final Order order) {
            // Not looked at.
        }

        @Override
        public void onTrade(final Trade trade) {
            // Not looked at.
        }

        @Override
        public void onCanceled(final Order order, final String cancelClOrdId) {
            // Not looked at.
        }

        @Override
        public void onExpired(final Order order) {
            // Not looked at.
        }

        @Override
        public void onReplaced(final Order order, final String origClOrdId) {
            // Not looked at.
        }
    }
}
