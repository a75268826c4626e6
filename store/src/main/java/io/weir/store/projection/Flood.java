package io.weir.store.projection;

import java.util.concurrent.TimeUnit;

/**
 * Tells when the tables should let orders go first: while the journal grows as only a burst makes it grow. What waits is
 * written afterwards in larger batches, several changes of a row folded into one. On the projector's thread.
 */
final class Flood {
    /** Some 30,000 new orders a second; trade that goes on for long stays below. */
    static final long BYTES_A_SECOND = 24L << 20;

    /** The longest that the tables stand still; then they are written, flood or not, until they are in step again. */
    static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(3);

    /** As little as this to read counts as being in step. */
    private static final long IN_STEP_BYTES = 1L << 20;

    private static final long SAMPLE_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private long sampledAtNs;
    private long sampledPosition;
    private long sinceNs;
    private boolean on;
    private boolean patienceSpent;

    /**
     * Begins to watch.
     *
     * @param position of the journal's end.
     * @param nowNs    monotonic.
     */
    Flood(final long position, final long nowNs) {
        sampledAtNs = nowNs;
        sampledPosition = position;
    }

    /**
     * Asks whether to wait.
     *
     * @param position of the journal's end, bytes.
     * @param lag      bytes of it that are not read yet.
     * @param nowNs    monotonic.
     * @return whether the tables should wait now.
     */
    boolean isOn(final long position, final long lag, final long nowNs) {
        final long elapsedNs = nowNs - sampledAtNs;
        if (elapsedNs >= SAMPLE_NS) {
            final boolean rises =
                    (position - sampledPosition) * (double) SECOND_NS > BYTES_A_SECOND * (double) elapsedNs;
            if (rises && !on) {
                sinceNs = nowNs;
            }
            on = rises;
            sampledAtNs = nowNs;
            sampledPosition = position;
        }
        if (lag <= IN_STEP_BYTES) {
            patienceSpent = false;
        } else if (on && nowNs - sinceNs > PATIENCE_NS) {
            patienceSpent = true;
        }
        return on && !patienceSpent;
    }
}
