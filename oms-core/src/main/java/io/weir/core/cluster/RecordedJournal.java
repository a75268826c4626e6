package io.weir.core.cluster;

import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;

/**
 * The journal of the node in this process. Its readers look into the archive's files themselves, as far as the archive says
 * they are written: nothing is asked of the archive, a slow reader holds nobody up, and none ever sees what is not
 * recorded. Any thread.
 */
final class RecordedJournal implements Journal {
    private final JournalLocation location;
    private final RecordedPosition recorded;

    RecordedJournal(final JournalLocation location, final RecordedPosition recorded) {
        this.location = location;
        this.recorded = recorded;
    }

    @Override
    public JournalReader open(final long position) {
        return new RecordedJournalReader(location, recorded, position);
    }

    @Override
    public long recordedPosition() {
        return recorded.get();
    }

    @Override
    public long startPosition() {
        return location.startPosition();
    }
}
