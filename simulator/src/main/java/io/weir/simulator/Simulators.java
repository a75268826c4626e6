package io.weir.simulator;

import io.weir.simulator.binance.BinanceSimulator;
import io.weir.simulator.fix.FixSimulator;

/** Makes the simulator that speaks a configuration's dialect. */
public final class Simulators {
    private Simulators() {}

    /** A venue that has not been started. */
    public static VenueSimulator of(final SimulatorConfig config) {
        return switch (config.dialect()) {
            case FIX44 -> new FixSimulator(config);
            case BINANCE -> new BinanceSimulator(config);
        };
    }
}
