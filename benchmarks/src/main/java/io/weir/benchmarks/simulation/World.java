package io.weir.benchmarks.simulation;

import io.weir.benchmarks.simulation.log.SimulatedLog;
import io.weir.benchmarks.simulation.time.Timeline;
import java.util.Random;

/**
 * What all processes of a history share.
 *
 * @param seed     of the history.
 * @param timeline its clock.
 * @param trace    to note in.
 * @param log      the command log and its core.
 */
record World(long seed, Timeline timeline, Trace trace, SimulatedLog log) {
    /** {@return a source of chance of its own for one part, so that parts do not sway each other's dice} */
    Random random(final long salt) {
        return random(seed, salt);
    }

    static Random random(final long seed, final long salt) {
        long mixed = seed * 0x9E3779B97F4A7C15L + salt * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return new Random(mixed ^ mixed >>> 31);
    }
}
