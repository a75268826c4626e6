package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import java.util.Arrays;

/** A session's resends: the one that the acceptor is writing, the one that waits, and when the client has asked. */
final class RunningResends {
    /** The most ResendRequests of one session within {@link #WINDOW_NS}. */
    static final int MAX_REQUESTS = 20;

    static final long WINDOW_NS = 60_000_000_000L;

    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    long lastId;
    long runningId;
    int runningEpoch;
    long runningFrom;
    long runningTo;
    long waitingFrom;
    long waitingTo;

    /** A range that was written again on the present connection in the present reset epoch; from 0 is none. */
    long writtenFrom;

    long writtenTo;

    private final long[] askedNs = new long[MAX_REQUESTS];
    private int oldest;

    RunningResends() {
        Arrays.fill(askedNs, LONG_AGO);
    }

    boolean isRunning() {
        return runningId != 0;
    }

    boolean isWaiting() {
        return waitingFrom != 0;
    }

    /** {@return the lowest number that is still to be written again, {@link Long#MAX_VALUE} if there is none} */
    long lowestAsked(final int resetEpoch) {
        final long running = isRunning() && runningEpoch == resetEpoch ? runningFrom : Long.MAX_VALUE;
        return isWaiting() ? Math.min(running, waitingFrom) : running;
    }

    /**
     * Counts one request.
     *
     * @param servedNs the present.
     * @return false if it is one more than {@link #MAX_REQUESTS} within {@link #WINDOW_NS}.
     */
    boolean countRequest(final long servedNs) {
        final boolean allowed = servedNs - askedNs[oldest] >= WINDOW_NS;
        askedNs[oldest] = servedNs;
        oldest = (oldest + 1) % MAX_REQUESTS;
        return allowed;
    }

    /** Keeps what is known of a range written whole; a range that does not touch it takes its place. */
    void markWritten(final long from, final long to) {
        if (writtenFrom != 0 && from <= writtenTo + 1 && to >= writtenFrom - 1) {
            writtenFrom = Math.min(writtenFrom, from);
            writtenTo = Math.max(writtenTo, to);
        } else {
            writtenFrom = from;
            writtenTo = to;
        }
    }

    boolean isWritten(final long msgSeqNum) {
        return writtenFrom != 0 && msgSeqNum >= writtenFrom && msgSeqNum <= writtenTo;
    }

    /** The numbers begin anew; what the acceptor is writing it still writes to its end. */
    void onReset() {
        waitingFrom = 0;
        waitingTo = 0;
        writtenFrom = 0;
        writtenTo = 0;
    }

    void onDisconnect() {
        onReset();
        runningId = 0;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(lastId);
        snapshot.putLong(runningId);
        snapshot.putInt(runningEpoch);
        snapshot.putLong(runningFrom);
        snapshot.putLong(runningTo);
        snapshot.putLong(waitingFrom);
        snapshot.putLong(waitingTo);
        snapshot.putLong(writtenFrom);
        snapshot.putLong(writtenTo);
        for (final long ns : askedNs) {
            snapshot.putLong(ns);
        }
        snapshot.putInt(oldest);
    }

    void readFrom(final SnapshotReader snapshot) {
        lastId = snapshot.getLong();
        runningId = snapshot.getLong();
        runningEpoch = snapshot.getInt();
        runningFrom = snapshot.getLong();
        runningTo = snapshot.getLong();
        waitingFrom = snapshot.getLong();
        waitingTo = snapshot.getLong();
        writtenFrom = snapshot.getLong();
        writtenTo = snapshot.getLong();
        for (int i = 0; i < askedNs.length; i++) {
            askedNs[i] = snapshot.getLong();
        }
        oldest = snapshot.getInt();
    }
}
