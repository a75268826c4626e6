package io.weir.simulator;

import io.weir.simulator.fault.Faults;
import io.weir.simulator.floor.VenueAudit;

/**
 * A simulated exchange on a real socket. Started and stopped by the app, by {@link SimulatorMain} or by a test; everything inside
 * runs on threads of its own.
 */
public interface VenueSimulator extends AutoCloseable {
    /** The venue's own name. */
    String name();

    /** Reads its ledger back and listens. Throws with the reason if it cannot: port taken, directory in use, ledger of another venue. */
    void start();

    /** Where it listens on 127.0.0.1, after {@link #start()}. */
    int port();

    /** What it can be told to do wrong, while it runs. */
    Faults faults();

    /** What it has on record: orders, executions, balances, counters. */
    VenueAudit audit();

    /** Drops every customer connection at once, without a farewell. */
    void disconnectAll();

    /** Stops without a farewell and starts again on the same port with what its files say; armed faults stay. */
    void restart();

    @Override
    void close();
}
