package io.weir.benchmarks.simulation.log;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * One entry of the command log.
 *
 * @param kind    what it is.
 * @param timeNs  of the leader that wrote it, ns since 1970 UTC.
 * @param command encoded; null for other kinds.
 */
record Entry(Kind kind, long timeNs, UnsafeBuffer command) {
    /** What an entry is. */
    enum Kind {
        /** A command of an edge. */
        COMMAND,
        /** The core's one timer. */
        TIMER,
        /** A leader begins. */
        TERM,
        /** A snapshot is taken. */
        SNAPSHOT
    }
}
