package io.weir.benchmarks.simulation.log;

import io.weir.benchmarks.simulation.Crash;
import io.weir.core.cluster.JournalSink;
import io.weir.protocol.log.EventFragmentHandler;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** What one life of the core writes its journal through. At times the core dies just before an event is recorded. */
final class MemorySink implements JournalSink {
    /** Small, so that histories cross the borders of terms. */
    private static final int TERM_LENGTH = 64 * 1024;

    private static final int NEVER = -1;

    private final MemoryJournal journal;
    private final EventFragmentHandler witness;
    private final long recordedAtStart;
    private int eventsToDeath = NEVER;

    MemorySink(final MemoryJournal journal, final EventFragmentHandler witness) {
        this.journal = journal;
        this.witness = witness;
        this.recordedAtStart = journal.recordedPosition();
    }

    /** The core dies before the event behind so many others is recorded. */
    void dieBehind(final int events) {
        eventsToDeath = events;
    }

    @Override
    public int termLength() {
        return TERM_LENGTH;
    }

    @Override
    public long recordedAtStart() {
        return recordedAtStart;
    }

    @Override
    public long hashRecorded(final long from, final long to, final long hash) {
        return journal.hashBetween(from, to, hash);
    }

    @Override
    public void open(final long position) {
        // Ready at once.
    }

    @Override
    public void truncate(final long position) {
        throw new IllegalStateException("nothing that was recorded is ever cut off here");
    }

    @Override
    public void settle() {
        // Readers may always come.
    }

    @Override
    public void write(final DirectBuffer buffer, final int length, final long positionBehind) {
        if (eventsToDeath != NEVER && eventsToDeath-- == 0) {
            throw new Crash("before the event that ends at journal position " + positionBehind);
        }
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        final UnsafeBuffer frame = new UnsafeBuffer(bytes);
        journal.add(frame, positionBehind);
        witness.onFragment(frame, 0, length, positionBehind);
    }

    @Override
    public void awaitRecorded(final long position) {
        // What was written is recorded.
    }
}
