package io.weir.core.cluster;

import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.JournalReader;

/** Reads the recorded journal where it lies. For one thread. */
final class RecordedJournalReader implements JournalReader {
    private final JournalLocation location;
    private final RecordedPosition recorded;
    private long position;
    private SegmentCursor cursor;
    private String failure = "";

    RecordedJournalReader(final JournalLocation location, final RecordedPosition recorded, final long position) {
        this.location = location;
        this.recorded = recorded;
        this.position = position;
    }

    @Override
    public int poll(final EventFragmentHandler handler, final int limit) {
        if (cursor == null && !begin()) {
            return 0;
        }
        try {
            return cursor.poll(handler, limit, recorded.get());
        } catch (final SegmentCursor.UnreadableException e) {
            fail(e.getMessage() + "; the oldest that is kept is " + location.startPosition());
            return 0;
        } finally {
            position = cursor == null ? position : cursor.position();
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isFailed() {
        return !failure.isEmpty();
    }

    @Override
    public String failure() {
        return failure;
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
        if (failure.isEmpty()) {
            failure = "closed";
        }
    }

    private boolean begin() {
        final JournalRecording recording = location.recording();
        if (recording == null || isFailed()) {
            return false;
        }
        if (position < location.startPosition()) {
            fail("journal position " + position + " is purged; the oldest that is kept is " + location.startPosition());
            return false;
        }
        final long end = recorded.get();
        if (position > end) {
            fail("journal position " + position + " lies beyond the end, " + end
                    + ": what was read there before has been cut off after a power cut, or belongs to another journal");
            return false;
        }
        cursor = new SegmentCursor(recording, position);
        return true;
    }

    private void fail(final String why) {
        close();
        failure = why;
    }
}
