package io.weir.core.venue;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;

/**
 * Keeps orders away from a venue that fails again and again. Closed: orders go. Open: none go until a pause is over. Half
 * open: one order goes as a trial; its fate closes the breaker, or opens it for twice as long. Time is time in service
 * ({@code CoreClock.servedNs}).
 */
public final class Breaker implements Snapshotable {
    /** Points at which it opens. */
    static final int LIMIT = 100;

    /** Points of a refusal: it may be the order's fault, so it takes a hundred in a row. */
    public static final int REFUSAL = 1;

    /** Points of an order that could not be sent, was lost or stays unanswered: twenty in a row. */
    public static final int FAILURE = 5;

    static final long FIRST_PAUSE_NS = 5_000_000_000L;
    static final long LONGEST_PAUSE_NS = 300_000_000_000L;

    private int points;
    private boolean isOpen;
    private boolean trialIsOut;
    private long openUntilNs;
    private long pauseNs = FIRST_PAUSE_NS;

    /** {@return whether an order may go now} */
    public boolean allows(final long nowNs) {
        return !isOpen || nowNs >= openUntilNs && !trialIsOut;
    }

    /** An order goes to the venue. */
    public void onSent() {
        trialIsOut |= isOpen;
    }

    /** The venue took an order or traded. */
    public void onSuccess() {
        points = 0;
        isOpen = false;
        trialIsOut = false;
        pauseNs = FIRST_PAUSE_NS;
    }

    /**
     * An order failed.
     *
     * @param weight    {@link #REFUSAL} or {@link #FAILURE}.
     * @param nowNs now.
     * @return whether the breaker opened by it.
     */
    public boolean onFailure(final int weight, final long nowNs) {
        points = Math.min(LIMIT, points + weight);
        final boolean trialFailed = isOpen && trialIsOut;
        if (!trialFailed && (isOpen || points < LIMIT)) {
            return false;
        }
        pauseNs = trialFailed ? Math.min(LONGEST_PAUSE_NS, pauseNs * 2) : FIRST_PAUSE_NS;
        isOpen = true;
        trialIsOut = false;
        openUntilNs = nowNs + pauseNs;
        return true;
    }

    /** The venue's edge has started anew: no trial is under way any more. */
    public void onEdgeStarted() {
        trialIsOut = false;
    }

    /** {@return how long it stays open after it last opened, ns} */
    public long pauseNs() {
        return pauseNs;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(points);
        snapshot.putBoolean(isOpen);
        snapshot.putBoolean(trialIsOut);
        snapshot.putLong(openUntilNs);
        snapshot.putLong(pauseNs);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        points = snapshot.getInt();
        isOpen = snapshot.getBoolean();
        trialIsOut = snapshot.getBoolean();
        openUntilNs = snapshot.getLong();
        pauseNs = snapshot.getLong();
    }
}
