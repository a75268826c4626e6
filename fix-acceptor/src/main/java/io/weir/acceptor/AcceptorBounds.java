package io.weir.acceptor;

import java.time.Duration;
import java.util.List;

/**
 * How much of everything the acceptor takes. Source: docs/fix-sessions.md, doors.
 *
 * @param maxConnections           open at once.
 * @param maxConnectionsPerAddress open at once from one address.
 * @param logonTimeout             from the connection to a Logon.
 * @param minHeartBtIntS           least HeartBtInt(108) but 0, in seconds.
 * @param maxUnacknowledged        commands of one session that the core has not taken yet.
 * @param stallTimeout             without TCP taking anything that waits.
 * @param maxBehindBytes           of journal that one connection may be behind.
 * @param ringBytes                of journal kept in memory for slow connections; a power of two.
 * @param catchUpReaders           older journal read at once.
 * @param catchUpBytesPerCycle     of older journal read in one duty cycle.
 */
public record AcceptorBounds(
        int maxConnections,
        int maxConnectionsPerAddress,
        Duration logonTimeout,
        int minHeartBtIntS,
        int maxUnacknowledged,
        Duration stallTimeout,
        long maxBehindBytes,
        int ringBytes,
        int catchUpReaders,
        int catchUpBytesPerCycle) {
    /** Most HeartBtInt(108), in seconds. */
    public static final int MAX_HEART_BT_INT_S = 300;

    /** What a gateway for some dozens of clients needs. */
    public static final AcceptorBounds DEFAULT = new AcceptorBounds(
            512, 128, Duration.ofSeconds(10), 1, 2000, Duration.ofSeconds(30), 4L << 30, 8 << 20, 4, 16 << 10);

    /** Adds what is wrong, by key. */
    void check(final List<String> faults) {
        atLeast(faults, "max-connections", maxConnections, 1);
        atLeast(faults, "max-connections-per-address", maxConnectionsPerAddress, 1);
        atLeast(faults, "logon-timeout", logonTimeout.toMillis(), 100);
        atLeast(faults, "min-heart-bt-int", minHeartBtIntS, 1);
        if (minHeartBtIntS > MAX_HEART_BT_INT_S) {
            faults.add("min-heart-bt-int: " + minHeartBtIntS + " is above " + MAX_HEART_BT_INT_S);
        }
        atLeast(faults, "max-unacknowledged", maxUnacknowledged, 1);
        atLeast(faults, "stall-timeout", stallTimeout.toMillis(), 100);
        atLeast(faults, "max-behind-bytes", maxBehindBytes, ringBytes);
        atLeast(faults, "ring-bytes", ringBytes, 64 << 10);
        if (Integer.bitCount(ringBytes) != 1) {
            faults.add("ring-bytes: " + ringBytes + " is no power of two");
        }
        atLeast(faults, "catch-up-readers", catchUpReaders, 1);
        atLeast(faults, "catch-up-bytes-per-cycle", catchUpBytesPerCycle, 8 << 10);
    }

    private static void atLeast(final List<String> faults, final String key, final long value, final long least) {
        if (value < least) {
            faults.add(key + ": " + value + " is below " + least);
        }
    }
}
