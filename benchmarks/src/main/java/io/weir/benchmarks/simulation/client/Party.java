package io.weir.benchmarks.simulation.client;

import io.weir.benchmarks.simulation.Trace;
import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.time.Timeline;
import java.util.Random;

/**
 * Who a client is, and what it has of the simulation.
 *
 * @param compId       SenderCompID(49).
 * @param targetCompId TargetCompID(56).
 * @param timeline     of the simulation.
 * @param random       of this client.
 * @param trace        to note in.
 */
record Party(String compId, String targetCompId, Timeline timeline, Random random, Trace trace) {
    long nowNs() {
        return timeline.nowNs();
    }

    /** {@return the present as FIX writes it} */
    String utcNow() {
        return FixLine.utc(timeline.nowNs());
    }

    /** Notes something that the client does. */
    void note(final String what) {
        trace.add(compId, () -> what);
    }

    /** {@return what to throw when a message breaks a law} */
    Violation violation(final String law, final FixLine message) {
        return new Violation(law, compId, compId + " gets " + message);
    }
}
