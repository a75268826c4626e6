package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/** How many reports all sessions together keep because nothing has proved yet that the client has them. */
final class UnprovenBudget {
    /** The most reports that all sessions of a node keep: some 250 bytes of heap each. */
    static final int MAX_REPORTS = 400_000;

    private int used;
    private long dropped;

    boolean tryUse() {
        if (used == MAX_REPORTS) {
            return false;
        }
        used++;
        return true;
    }

    void giveBack() {
        used--;
    }

    void countDropped() {
        dropped++;
    }

    int used() {
        return used;
    }

    long dropped() {
        return dropped;
    }

    /** Writes the counter; what is used follows from the sessions. */
    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(dropped);
    }

    void readFrom(final SnapshotReader snapshot) {
        dropped = snapshot.getLong();
    }
}
