package io.weir.simulator.binance;

import io.weir.simulator.DemoVenues;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.SymbolConfig;
import java.nio.file.Path;

/** Settings of test venues. */
final class BinanceVenues {
    private BinanceVenues() {}

    /** Books alive as in the demonstration. */
    static SimulatorConfig alive(final Path dataDir) {
        return DemoVenues.binance("SIMBIN", 0, dataDir);
    }

    /** Books with customers' orders only. */
    static SimulatorConfig quiet(final Path dataDir) {
        final SimulatorConfig config = alive(dataDir);
        return config.withSymbols(config.symbols().stream()
                .map(s -> new SymbolConfig(s.instrument(), 0, 0, null))
                .toList());
    }
}
