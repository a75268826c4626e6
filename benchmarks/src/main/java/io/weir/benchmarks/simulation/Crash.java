package io.weir.benchmarks.simulation;

/** A process is killed in the middle of what it does. Thrown by what the simulation has put under it, caught around its step. */
public final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Kills the process at work.
     *
     * @param where it was, for the trace.
     */
    public Crash(final String where) {
        super(where, null, false, false);
    }
}
