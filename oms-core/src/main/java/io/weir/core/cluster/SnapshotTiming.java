package io.weir.core.cluster;

/**
 * When the log has grown enough for a snapshot. The service stands still while one is taken, so from half of the bound on it is
 * taken in the first quiet moment, and where there is none, at the bound.
 */
final class SnapshotTiming {
    /** Log between two looks, some 1,500 commands a second: less is a quiet moment. */
    static final long QUIET_BYTES = 16 << 10;

    private final long logBytes;
    private long lastPosition;

    /**
     * Timing of which no look was taken yet.
     *
     * @param logBytes bytes of log at which a snapshot is due, whatever goes on.
     */
    SnapshotTiming(final long logBytes) {
        this.logBytes = logBytes;
    }

    /**
     * Looks at the log; ten times a second.
     *
     * @param position         the log's end.
     * @param snapshotPosition where the last snapshot stands.
     * @return whether the next one is due.
     */
    boolean look(final long position, final long snapshotPosition) {
        final boolean isQuiet = position - lastPosition < QUIET_BYTES;
        lastPosition = position;
        final long grown = position - snapshotPosition;
        return grown >= logBytes || isQuiet && grown >= logBytes / 2;
    }
}
