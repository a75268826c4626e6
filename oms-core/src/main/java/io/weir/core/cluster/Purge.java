package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.RecordingLog;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Takes away what no restart and no reader needs any more: snapshots beyond those kept, the command log below the oldest
 * kept one, and the journal below that one and below all readers. Blocks while it asks the archive.
 */
final class Purge {
    private static final int ENTRY_TYPE_SNAPSHOT = RecordingLog.ENTRY_TYPE_SNAPSHOT;

    private final Node node;
    private final SnapshotConfig config;
    private final SnapshotTails tails;
    private final SnapshotHistory history;
    private final NodeCounters counters;
    private final LongSupplier neededPosition;

    Purge(
            final Node node,
            final SnapshotTails tails,
            final SnapshotHistory history,
            final NodeCounters counters,
            final LongSupplier neededPosition) {
        this.node = node;
        this.config = node.config().snapshots();
        this.tails = tails;
        this.history = history;
        this.counters = counters;
        this.neededPosition = neededPosition;
    }

    /**
     * Purges once.
     *
     * @param snapshotPosition log position of the newest snapshot that counts; one above it may lack its tail.
     * @return false if the consensus module has not noted that snapshot yet: come again.
     */
    boolean run(final long snapshotPosition) {
        final List<RecordingLog.Entry> entries = entries(node.clusterDirectory());
        final List<Long> positions = entries.stream()
                .filter(entry -> entry.type == ENTRY_TYPE_SNAPSHOT && entry.isValid)
                .filter(entry -> entry.logPosition <= snapshotPosition)
                .map(entry -> entry.logPosition)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (positions.isEmpty() || positions.get(0) < snapshotPosition) {
            return false;
        }
        final long oldestKept = positions.get(Math.min(config.kept(), positions.size()) - 1);
        try (Aeron aeron = Aeron.connect(new Aeron.Context()
                        .aeronDirectoryName(node.aeronDirectory().toString())
                        .useConductorAgentInvoker(true)
                        .clientName("weir-purge"));
                AeronArchive archive = AeronArchive.connect(new AeronArchive.Context()
                        .aeron(aeron)
                        .ownsAeronClient(false)
                        .controlRequestChannel(NodeChannels.LOCAL_CONTROL)
                        .controlResponseChannel(NodeChannels.LOCAL_CONTROL))) {
            purgeSnapshots(archive, entries, oldestKept);
            purgeLog(archive, entries, oldestKept);
            purgeJournal(archive, oldestKept);
        }
        tails.deleteBelow(oldestKept);
        history.forgetBelow(oldestKept);
        return true;
    }

    private static List<RecordingLog.Entry> entries(final Path clusterDirectory) {
        try (RecordingLog recordingLog = new RecordingLog(clusterDirectory.toFile(), false)) {
            return List.copyOf(recordingLog.entries());
        }
    }

    private static void purgeSnapshots(
            final AeronArchive archive, final List<RecordingLog.Entry> entries, final long oldestKept) {
        for (final RecordingLog.Entry entry : entries) {
            if (entry.type == ENTRY_TYPE_SNAPSHOT
                    && entry.logPosition < oldestKept
                    && Recording.find(archive, entry.recordingId) != null) {
                archive.purgeRecording(entry.recordingId);
            }
        }
    }

    private void purgeLog(final AeronArchive archive, final List<RecordingLog.Entry> entries, final long oldestKept) {
        final long recordingId = entries.stream()
                .filter(entry -> entry.type == RecordingLog.ENTRY_TYPE_TERM && entry.isValid)
                .max(Comparator.comparingLong(entry -> entry.leadershipTermId))
                .orElseThrow()
                .recordingId;
        final Recording log = Recording.find(archive, recordingId);
        counters.purgedLogPosition.set(log.purgeBelow(archive, oldestKept));
    }

    private void purgeJournal(final AeronArchive archive, final long oldestKept) {
        final long atSnapshot = history.journalPosition(oldestKept);
        final JournalRecording journal = node.journalLocation().recording();
        if (atSnapshot == SnapshotHistory.UNKNOWN || journal == null) {
            return;
        }
        final long needed = Math.min(neededPosition.getAsLong(), atSnapshot);
        counters.heldBackBytes.set(atSnapshot - needed);
        final long safe = Math.max(needed, atSnapshot - config.maxHeldBytes());
        final long start = Recording.find(archive, journal.recordingId()).purgeBelow(archive, safe);
        node.journalLocation().purgedBelow(start);
        counters.purgedJournalPosition.set(start);
    }

    /** One recording as the archive describes it now. */
    private record Recording(long recordingId, long startPosition, int termLength, int segmentLength) {
        /** {@return the recording, null if there is none of that id} */
        static Recording find(final AeronArchive archive, final long recordingId) {
            final Recording[] found = {null};
            archive.listRecording(
                    recordingId,
                    (session,
                            correlation,
                            id,
                            began,
                            ended,
                            start,
                            stop,
                            initial,
                            segment,
                            term,
                            mtu,
                            s,
                            st,
                            c,
                            oc,
                            src) -> found[0] = new Recording(id, start, term, segment));
            return found[0];
        }

        /** Deletes whole files below a position; {@return the position that the recording begins at now} */
        long purgeBelow(final AeronArchive archive, final long position) {
            if (position <= startPosition) {
                return startPosition;
            }
            final long begin = AeronArchive.segmentFileBasePosition(startPosition, position, termLength, segmentLength);
            final long first =
                    AeronArchive.segmentFileBasePosition(startPosition, startPosition, termLength, segmentLength);
            if (begin <= first) {
                return startPosition;
            }
            archive.purgeSegments(recordingId, begin);
            return begin;
        }
    }
}
