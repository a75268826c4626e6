package io.weir.simulator.fix;

import io.weir.simulator.DemoVenues;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.SymbolConfig;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Settings of test venues; each has its own name, for QuickFIX/J knows sessions by name within a process. */
final class FixVenues {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private FixVenues() {}

    /** Books alive as in the demonstration. */
    static SimulatorConfig alive(final Path dataDir) {
        return DemoVenues.fix("SIMFIX" + NUMBER.incrementAndGet(), 0, dataDir);
    }

    /** Books with customers' orders only. */
    static SimulatorConfig quiet(final Path dataDir) {
        final SimulatorConfig config = alive(dataDir);
        return config.withSymbols(config.symbols().stream()
                .map(s -> new SymbolConfig(s.instrument(), 0, 0, null))
                .toList());
    }
}
