package io.weir.core.cluster;

/**
 * When a snapshot is taken and how long what lies below it is kept.
 *
 * @param logBytes     bytes of command log after which the next one is taken at the latest, at least 1 MiB.
 * @param kept         how many are kept, 1 to 100; the oldest kept one bounds what is purged.
 * @param atStop       whether one is taken at a clean stop, so that the next start replays nothing.
 * @param maxHeldBytes bytes of journal that readers who lag may hold back from the purge; beyond it they lose.
 */
public record SnapshotConfig(long logBytes, int kept, boolean atStop, long maxHeldBytes) {
    /** Half a gigabyte of log replays in a few seconds. */
    public static final SnapshotConfig STANDARD = new SnapshotConfig(512L << 20, 2, true, 64L << 30);

    public SnapshotConfig {
        final Faults faults = new Faults("snapshots");
        faults.check(logBytes >= 1 << 20, "logBytes " + logBytes + " is below 1048576");
        faults.check(kept >= 1 && kept <= 100, "kept " + kept + " is not 1 to 100");
        faults.check(maxHeldBytes >= 1 << 20, "maxHeldBytes " + maxHeldBytes + " is below 1048576");
        faults.raise();
    }
}
