package io.weir.core.cluster;

import io.aeron.archive.status.RecordingPos;
import org.agrona.concurrent.status.CountersReader;

/**
 * How far the journal is recorded: the archive's own counter while it records, what was found at start before that. Never
 * falls. Any thread, for as long as the Aeron client lives whose counters these are.
 */
final class RecordedPosition {
    private final JournalLocation location;
    private final CountersReader counters;
    private final long archiveId;
    private volatile int counterId = CountersReader.NULL_COUNTER_ID;
    private volatile boolean isClosed;

    RecordedPosition(final JournalLocation location, final CountersReader counters, final long archiveId) {
        this.location = location;
        this.counters = counters;
        this.archiveId = archiveId;
    }

    /** {@return the position up to which events are recorded, 0 before the first} */
    long get() {
        final JournalRecording recording = location.recording();
        if (recording == null || isClosed) {
            return 0;
        }
        final long counted = counted(recording);
        return Math.max(counted, recording.stopPosition());
    }

    /** To be called before the counters go away. */
    void close() {
        isClosed = true;
    }

    private long counted(final JournalRecording recording) {
        int id = counterId;
        if (id == CountersReader.NULL_COUNTER_ID) {
            id = RecordingPos.findCounterIdByRecording(counters, recording.recordingId(), archiveId);
            if (id == CountersReader.NULL_COUNTER_ID) {
                return 0;
            }
            counterId = id;
        }
        final long position = counters.getCounterValue(id);
        if (RecordingPos.isActive(counters, id, recording.recordingId())) {
            return position;
        }
        counterId = CountersReader.NULL_COUNTER_ID;
        return 0;
    }
}
