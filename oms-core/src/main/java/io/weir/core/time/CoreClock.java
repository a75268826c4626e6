package io.weir.core.time;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;

/**
 * The core's clocks, moved by the time of messages. <em>Wall</em> is the highest time seen: it dates what is said.
 * <em>Elapsed</em> is the sum of the positive steps. <em>Served</em> is elapsed without the outages: deadlines count by it,
 * so that an outage pushes every deadline on by its own length and nobody is tested, closed or expired for a silence that
 * was the gateway's.
 */
public final class CoreClock implements Snapshotable {
    /** A step longer than this between two messages was an outage: a core in service hears a timer ten times a second. */
    public static final long OUTAGE_NS = 1_000_000_000L;

    private long lastTimeNs;
    private long wallNs;
    private long elapsedNs;
    private long outageNs;

    /**
     * Moves the clocks to a message's time; time that steps back moves none of them.
     *
     * @param timeNs of the message, ns since 1970 UTC.
     * @return the positive step in ns, 0 for the first message.
     */
    public long advance(final long timeNs) {
        final long step = step(timeNs);
        if (step > OUTAGE_NS) {
            outageNs += step;
        }
        return step;
    }

    /**
     * Moves the clocks to the first message of a new leadership term: whatever has gone by since the last message was an
     * outage, however short.
     *
     * @param timeNs of the message, ns since 1970 UTC.
     */
    public void advanceOverOutage(final long timeNs) {
        outageNs += step(timeNs);
    }

    private long step(final long timeNs) {
        final long step = lastTimeNs == 0 ? 0 : Math.max(0, timeNs - lastTimeNs);
        lastTimeNs = timeNs;
        elapsedNs += step;
        wallNs = Math.max(wallNs, timeNs);
        return step;
    }

    /** {@return the time of the message at work, ns since 1970 UTC; 0 before the first} */
    public long messageTimeNs() {
        return lastTimeNs;
    }

    /** {@return the highest message time seen, ns since 1970 UTC} */
    public long wallNs() {
        return wallNs;
    }

    /** {@return ns of message time that have gone by} */
    public long elapsedNs() {
        return elapsedNs;
    }

    /** {@return ns of message time that have gone by in service: elapsed without outages. Deadlines count by it} */
    public long servedNs() {
        return elapsedNs - outageNs;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(lastTimeNs);
        snapshot.putLong(wallNs);
        snapshot.putLong(elapsedNs);
        snapshot.putLong(outageNs);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        lastTimeNs = snapshot.getLong();
        wallNs = snapshot.getLong();
        elapsedNs = snapshot.getLong();
        outageNs = snapshot.getLong();
    }
}
