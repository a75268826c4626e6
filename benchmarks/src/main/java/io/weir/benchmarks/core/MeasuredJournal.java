package io.weir.benchmarks.core;

import io.weir.core.EventLog;
import io.weir.core.cluster.JournalFrames;
import io.weir.core.cluster.JournalHash;
import io.weir.core.cluster.TermConfig;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.VenueOrderRequested;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Does with events all that the node's journal does but the recording: encodes, numbers, places and hashes them and copies
 * them into a term's worth of memory. For the thread of the core.
 */
public final class MeasuredJournal implements EventLog {
    private static final int TERM_LENGTH = TermConfig.STANDARD.journalLength();

    private final EventWriter eventWriter = new EventWriter();
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final UnsafeBuffer term = new UnsafeBuffer(new byte[TERM_LENGTH]);
    private final boolean writes;
    private long eventSeq;
    private long position;
    private long hash = JournalHash.EMPTY;
    private List<VenueOrderRequested> collected;

    /**
     * Begins a journal.
     *
     * @param writes whether events become bytes; else they are only counted.
     */
    public MeasuredJournal(final boolean writes) {
        this.writes = writes;
    }

    @Override
    public long append(
            final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        eventSeq++;
        if (writes) {
            write(timeNs, causeEdgeId, causeEpoch, causeSeq, event);
        }
        if (collected != null && event instanceof VenueOrderRequested order) {
            collected.add(order);
        }
        return position;
    }

    private void write(
            final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        final int length = eventWriter.write(eventSeq, timeNs, causeEdgeId, causeEpoch, causeSeq, event, scratch, 0);
        final long positionBehind = JournalFrames.positionBehind(position, length, TERM_LENGTH);
        final int offset = (int) (JournalFrames.positionOf(position, length, TERM_LENGTH) & TERM_LENGTH - 1);
        term.putBytes(offset, scratch, 0, length);
        hash = JournalHash.roll(hash, scratch, 0, length);
        position = positionBehind;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long eventSeq() {
        return eventSeq;
    }

    /** {@return the hash over all events} */
    public long hash() {
        return hash;
    }

    /**
     * Has orders that are meant for venues kept.
     *
     * @param into gets each of them from now on; null for none.
     */
    public void collect(final List<VenueOrderRequested> into) {
        collected = into;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(eventSeq);
        snapshot.putLong(position);
        snapshot.putLong(hash);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        eventSeq = snapshot.getLong();
        position = snapshot.getLong();
        hash = snapshot.getLong();
    }
}
