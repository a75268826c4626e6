package io.weir.core.cluster;

import io.weir.core.EventLog;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.JournalMark;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Numbers, places, hashes and marks the core's events, and writes those that are not recorded yet. On replay the same
 * events get the same numbers, places and hash; what lies within the recording is compared by its hash before the first
 * new event is written. For the service's thread; {@link #positionNow} for any.
 */
public final class JournalWriter implements EventLog {
    /** A mark follows each event whose number is a multiple of this. */
    static final int MARK_INTERVAL = 4096;

    private static final String SECTION = "journal";

    private final EventWriter eventWriter = new EventWriter();
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH + 1024]);
    private final AtomicLong positionNow = new AtomicLong();
    private final JournalSink sink;
    private final JournalEpochs epochs;
    private final int logicVersion;

    private long eventSeq;
    private long position;
    private long hash = JournalHash.EMPTY;
    private long anchorPosition;
    private long anchorHash = JournalHash.EMPTY;
    private long recorded;
    private boolean isLive;

    /**
     * A writer at the beginning of the journal.
     *
     * @param sink         takes the frames.
     * @param epochs       of the journal.
     * @param logicVersion of the core.
     */
    JournalWriter(final JournalSink sink, final JournalEpochs epochs, final int logicVersion) {
        this.sink = sink;
        this.epochs = epochs;
        this.logicVersion = logicVersion;
        this.recorded = sink.recordedAtStart();
    }

    @Override
    public long append(
            final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        final long positionBehind = add(timeNs, causeEdgeId, causeEpoch, causeSeq, event);
        if (eventSeq % MARK_INTERVAL == 0) {
            mark(timeNs);
        }
        return positionBehind;
    }

    /**
     * Writes a mark: what a later replay compares itself with.
     *
     * @param timeNs of the event before it.
     */
    public void mark(final long timeNs) {
        final long markedPosition = position;
        final long markedHash = hash;
        add(timeNs, 0, 0, 0, new JournalMark(markedPosition, markedHash, logicVersion));
        anchorPosition = markedPosition;
        anchorHash = markedHash;
    }

    /**
     * Ends the replay: writing may begin where the recording ends, and readers may come.
     *
     * @param mayTruncate whether a log that ends before the journal is the work of a power cut; the journal is cut back then.
     */
    public void onReplayEnd(final boolean mayTruncate) {
        if (position < recorded) {
            cutBack(mayTruncate);
        }
        sink.settle();
    }

    /** Waits until all that was said is recorded. */
    void awaitRecorded() {
        if (isLive) {
            sink.awaitRecorded(position);
        }
    }

    /** {@return whether events are written now and no longer compared with what is recorded} */
    public boolean isLive() {
        return isLive;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long eventSeq() {
        return eventSeq;
    }

    /** {@return the position, for other threads to look at} */
    long positionNow() {
        return positionNow.get();
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section(SECTION);
        snapshot.putInt(sink.termLength());
        snapshot.putLong(eventSeq);
        snapshot.putLong(position);
        snapshot.putLong(hash);
        snapshot.putInt(epochs.current());
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section(SECTION);
        final int termLength = snapshot.getInt();
        if (termLength != sink.termLength()) {
            throw new IllegalStateException("the journal's term length is " + sink.termLength()
                    + ", the snapshot was taken with " + termLength + "; set it back");
        }
        eventSeq = snapshot.getLong();
        position = snapshot.getLong();
        hash = snapshot.getLong();
        snapshot.getInt();
        anchorPosition = position;
        anchorHash = hash;
        positionNow.lazySet(position);
        if (position > recorded) {
            throw new IllegalStateException(
                    "the snapshot stands at journal position " + position + ", eventSeq " + eventSeq
                            + ", but the journal is recorded only up to " + recorded
                            + ": events are missing; restore the archive from a backup or another node");
        }
    }

    private void cutBack(final boolean mayTruncate) {
        if (!mayTruncate) {
            throw new IllegalStateException("the command log ends at journal position " + position + ", eventSeq "
                    + eventSeq + ", but the journal is recorded up to " + recorded
                    + ": the log has lost entries that were acted on; rebuild this node from another one or a backup");
        }
        compareWithRecording(position);
        sink.truncate(position);
        epochs.begin(position, eventSeq, recorded);
        recorded = position;
    }

    private long add(
            final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        final int length =
                eventWriter.write(eventSeq + 1, timeNs, causeEdgeId, causeEpoch, causeSeq, event, scratch, 0);
        if (length > Bounds.MAX_EVENT_LENGTH) {
            throw new IllegalStateException("event " + (eventSeq + 1) + " has " + length + " bytes, above "
                    + Bounds.MAX_EVENT_LENGTH + ": " + event.getClass().getSimpleName());
        }
        final long positionBehind = JournalFrames.positionBehind(position, length, sink.termLength());
        if (positionBehind > recorded) {
            if (!isLive) {
                goLive(JournalFrames.positionOf(position, length, sink.termLength()));
            }
            sink.write(scratch, length, positionBehind);
        }
        hash = JournalHash.roll(hash, scratch, 0, length);
        eventSeq++;
        position = positionBehind;
        positionNow.lazySet(positionBehind);
        return positionBehind;
    }

    /** A kill can fall between the padding of a term and the frame behind it: the recording then ends where that begins. */
    private void goLive(final long nextFrame) {
        if (recorded != position && recorded != nextFrame) {
            throw new IllegalStateException("the journal drifts: replay stands at position " + position + ", eventSeq "
                    + eventSeq + ", where the recording, " + recorded + " long, has no event end");
        }
        compareWithRecording(recorded);
        sink.open(recorded);
        isLive = true;
    }

    /** All before the last mark is in the mark's own hash, so what lies behind the last mark tells for the whole. */
    private void compareWithRecording(final long end) {
        if (anchorPosition >= end) {
            return;
        }
        final long recordedHash = sink.hashRecorded(anchorPosition, end, anchorHash);
        if (recordedHash != hash) {
            throw new IllegalStateException("the journal drifts: what is recorded up to position " + end + ", eventSeq "
                    + eventSeq + ", has hash " + Long.toHexString(recordedHash) + " counted from position "
                    + anchorPosition
                    + ", the replay " + Long.toHexString(hash) + "; logicVersion " + logicVersion
                    + " has replayed commands of another logic, or the state machine is not deterministic");
        }
    }
}
