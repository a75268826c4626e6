package io.weir.benchmarks.simulation.log;

import io.weir.core.cluster.JournalHash;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/** The recorded journal: events and their places. Outlives every death of the core. Its readers fail at times. */
public final class MemoryJournal implements Journal {
    private final Random random;
    private final List<UnsafeBuffer> frames = new ArrayList<>();
    private long[] ends = new long[1_024];
    private long hash = JournalHash.EMPTY;
    private boolean calm;

    MemoryJournal(final Random random) {
        this.random = random;
    }

    /** From now on no reader fails. */
    void calmDown() {
        calm = true;
    }

    /** {@return the hash over all events recorded} */
    public long hash() {
        return hash;
    }

    /** {@return how many events are recorded} */
    public int size() {
        return frames.size();
    }

    void add(final UnsafeBuffer frame, final long positionBehind) {
        if (frames.size() == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[frames.size()] = positionBehind;
        frames.add(frame);
        hash = JournalHash.roll(hash, frame, 0, frame.capacity());
    }

    long hashBetween(final long from, final long to, final long hashBefore) {
        long rolled = hashBefore;
        for (int i = indexBehind(from); i < frames.size() && ends[i] <= to; i++) {
            final UnsafeBuffer frame = frames.get(i);
            rolled = JournalHash.roll(rolled, frame, 0, frame.capacity());
        }
        return rolled;
    }

    @Override
    public JournalReader open(final long position) {
        return new Reader(position, calm ? Integer.MAX_VALUE : 50 + random.nextInt(20_000));
    }

    @Override
    public long recordedPosition() {
        return frames.isEmpty() ? 0 : ends[frames.size() - 1];
    }

    @Override
    public long startPosition() {
        return 0;
    }

    private int indexBehind(final long position) {
        final int found = Arrays.binarySearch(ends, 0, frames.size(), position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Reads on until it fails. */
    private final class Reader implements JournalReader {
        private int next;
        private long position;
        private int eventsToFailure;

        Reader(final long position, final int eventsToFailure) {
            this.next = indexBehind(position);
            this.position = position;
            this.eventsToFailure = eventsToFailure;
        }

        @Override
        public int poll(final EventFragmentHandler handler, final int limit) {
            int count = 0;
            while (count < limit && next < frames.size() && eventsToFailure > 0) {
                final UnsafeBuffer frame = frames.get(next);
                position = ends[next];
                next++;
                count++;
                eventsToFailure--;
                handler.onFragment(frame, 0, frame.capacity(), position);
            }
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean isFailed() {
            return eventsToFailure <= 0;
        }

        @Override
        public String failure() {
            return isFailed() ? "the image was lost" : "";
        }

        @Override
        public void close() {
            next = Integer.MAX_VALUE;
        }
    }
}
