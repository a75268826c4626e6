package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/** When a session was last heard and written to, and what it was asked for a sign of life or a proof. By served time. */
final class LifeSigns {
    /** Seconds between heartbeats as the client's Logon says, 0 for none. */
    int heartBtIntS;

    long lastHeardNs;
    long lastSaidNs;

    /** When the silent client is given up, 0 if it was not tested since it was last heard. */
    long silenceDeadlineNs;

    /** Number of our TestRequest whose Heartbeat is awaited, 0 for none. */
    long testSeqNum;

    long testSaidNs;

    /** When our unanswered Logout ends the connection, 0 if we have said none. */
    long logoutDeadlineNs;

    /** Number of that Logout. */
    long logoutSeqNum;

    void heard(final long servedNs) {
        lastHeardNs = servedNs;
        silenceDeadlineNs = 0;
    }

    boolean isLoggingOut() {
        return logoutDeadlineNs != 0;
    }

    void begin(final int newHeartBtIntS, final long servedNs) {
        heartBtIntS = newHeartBtIntS;
        lastSaidNs = servedNs;
        testSeqNum = 0;
        logoutDeadlineNs = 0;
        heard(servedNs);
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(heartBtIntS);
        snapshot.putLong(lastHeardNs);
        snapshot.putLong(lastSaidNs);
        snapshot.putLong(silenceDeadlineNs);
        snapshot.putLong(testSeqNum);
        snapshot.putLong(testSaidNs);
        snapshot.putLong(logoutDeadlineNs);
        snapshot.putLong(logoutSeqNum);
    }

    void readFrom(final SnapshotReader snapshot) {
        heartBtIntS = snapshot.getInt();
        lastHeardNs = snapshot.getLong();
        lastSaidNs = snapshot.getLong();
        silenceDeadlineNs = snapshot.getLong();
        testSeqNum = snapshot.getLong();
        testSaidNs = snapshot.getLong();
        logoutDeadlineNs = snapshot.getLong();
        logoutSeqNum = snapshot.getLong();
    }
}
