package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/** What is missing from the client, and how often it was asked for. A gap is open while nextIn is not above askedTo. */
final class Gap {
    /** The last number known to be missing when the client was asked; it is not asked for up to here again. */
    long askedTo;

    /** How often the client was asked since the gap last made progress. */
    int timesAsked;

    /** nextIn when it last made progress. */
    long progressSeqNum;

    /** When that was, by served time. */
    long progressNs;

    void clear() {
        askedTo = 0;
        timesAsked = 0;
        progressSeqNum = 0;
        progressNs = 0;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(askedTo);
        snapshot.putInt(timesAsked);
        snapshot.putLong(progressSeqNum);
        snapshot.putLong(progressNs);
    }

    void readFrom(final SnapshotReader snapshot) {
        askedTo = snapshot.getLong();
        timesAsked = snapshot.getInt();
        progressSeqNum = snapshot.getLong();
        progressNs = snapshot.getLong();
    }
}
