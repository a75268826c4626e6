package io.weir.core.cluster;

/**
 * The way out when we are wrong: an invariant is broken, the journal drifts, the disk takes no more. What stands on disk is
 * right, and a restart mends by replay; going on would not.
 */
@FunctionalInterface
public interface Halt {
    /** The exit status of a process that has halted. */
    int STATUS = 70;

    /**
     * Ends the process. Returns only in tests.
     *
     * @param reason names ids and the log position.
     * @param cause  what was thrown, null if nothing was.
     */
    void halt(String reason, Throwable cause);
}
