package io.weir.benchmarks.simulation.client;

import io.weir.protocol.event.ExecutionReport;

/** Knows what the core has said. */
public interface Witness {
    /**
     * Finds a report.
     *
     * @param execId ExecID(17).
     * @return as the core said it first; null if it never did.
     */
    ExecutionReport report(long execId);
}
