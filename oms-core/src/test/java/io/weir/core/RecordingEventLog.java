package io.weir.core;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.EventHeader;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Keeps what the core says, placed as in the journal: a frame is 32 bytes and the event, aligned to 32; terms of 64 MiB. */
public final class RecordingEventLog implements EventLog {
    private static final int FRAME_HEADER = 32;
    private static final int TERM_LENGTH = 64 * 1024 * 1024;

    private final EventWriter writer = new EventWriter();
    private final MutableDirectBuffer scratch = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final List<Said> said = new ArrayList<>();
    private long eventSeq;
    private long position;

    /**
     * One event.
     *
     * @param header         with the position behind the event.
     * @param positionBefore of the journal.
     * @param event          as it was said.
     */
    public record Said(EventHeader header, long positionBefore, Event event) {}

    @Override
    public long append(
            final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        final int length = writer.write(++eventSeq, timeNs, causeEdgeId, causeEpoch, causeSeq, event, scratch, 0);
        final long before = position;
        final int frame = BitUtil.align(FRAME_HEADER + length, 32);
        final long leftInTerm = TERM_LENGTH - position % TERM_LENGTH;
        position += frame > leftInTerm ? leftInTerm + frame : frame;
        said.add(new Said(
                new EventHeader(eventSeq, timeNs, causeEdgeId, causeEpoch, causeSeq, position), before, event));
        return position;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long eventSeq() {
        return eventSeq;
    }

    /** {@return all that was said since this log was made, in order} */
    public List<Said> said() {
        return said;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("event-log");
        snapshot.putLong(eventSeq);
        snapshot.putLong(position);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("event-log");
        eventSeq = snapshot.getLong();
        position = snapshot.getLong();
    }
}
