package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.command.LogonReceived;

/** A Logon that waits until it is known whether the session's connection at another edge still lives. */
final class ParkedLogon {
    private final LogonReceived logon;
    private final long deadlineNs;
    private long highestSeen;

    /**
     * Parks a Logon.
     *
     * @param logon      from a connection that has no session.
     * @param deadlineNs when the other edge's silence counts as an answer, by served time.
     */
    ParkedLogon(final LogonReceived logon, final long deadlineNs) {
        this.logon = logon;
        this.deadlineNs = deadlineNs;
    }

    LogonReceived logon() {
        return logon;
    }

    long connectionId() {
        return logon.fix().connectionId();
    }

    long deadlineNs() {
        return deadlineNs;
    }

    /** Hears of a message right behind the Logon: it is not kept, but it will be asked for. */
    void saw(final long msgSeqNum) {
        highestSeen = Math.max(highestSeen, msgSeqNum);
    }

    /** {@return the highest number seen behind the Logon, 0 if none} */
    long highestSeen() {
        return highestSeen;
    }

    static void write(final ParkedLogon parked, final SnapshotWriter snapshot) {
        snapshot.putBoolean(parked != null);
        if (parked != null) {
            snapshot.putCommand(parked.logon);
            snapshot.putLong(parked.deadlineNs);
            snapshot.putLong(parked.highestSeen);
        }
    }

    static ParkedLogon read(final SnapshotReader snapshot) {
        if (!snapshot.getBoolean()) {
            return null;
        }
        final ParkedLogon parked = new ParkedLogon((LogonReceived) snapshot.getCommand(), snapshot.getLong());
        parked.highestSeen = snapshot.getLong();
        return parked;
    }
}
