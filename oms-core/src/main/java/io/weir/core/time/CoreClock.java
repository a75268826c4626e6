package io.weir.core.time;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;

/**
 * The core's two clocks, moved by the time of messages. <em>Wall</em> is the highest time seen: it dates what is said.
 * <em>Elapsed</em> is the sum of the positive steps: deadlines count by it. Source: fix/SESSIONS.md §5.
 */
public final class CoreClock implements Snapshotable {
    private long lastTimeNs;
    private long wallNs;
    private long elapsedNs;

    /**
     * Moves both clocks to a message's time; time that steps back moves neither.
     *
     * @param timeNs of the message, ns since 1970 UTC.
     * @return the positive step in ns, 0 for the first message.
     */
    public long advance(final long timeNs) {
        final long step = lastTimeNs == 0 ? 0 : Math.max(0, timeNs - lastTimeNs);
        lastTimeNs = timeNs;
        elapsedNs += step;
        wallNs = Math.max(wallNs, timeNs);
        return step;
    }

    /** {@return the highest message time seen, ns since 1970 UTC} */
    public long wallNs() {
        return wallNs;
    }

    /** {@return ns of message time that have gone by} */
    public long elapsedNs() {
        return elapsedNs;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(lastTimeNs);
        snapshot.putLong(wallNs);
        snapshot.putLong(elapsedNs);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        lastTimeNs = snapshot.getLong();
        wallNs = snapshot.getLong();
        elapsedNs = snapshot.getLong();
    }
}
