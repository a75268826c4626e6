package io.weir.store.projection;

import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.event.Event;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BitUtil;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal that a test writes: encoded events at the positions that frames of a recording would have. */
public final class RecordedJournal implements Journal {
    private static final int FRAME = 32;

    private final EventWriter writer = new EventWriter();
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer();
    private final List<byte[]> events = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private long nextSeq;
    private long end;
    private long start;
    private String failure = "";

    /** Begins with event 1 at position 0. */
    public RecordedJournal() {
        this(1);
    }

    /** @param firstSeq number of the first event */
    public RecordedJournal(final long firstSeq) {
        this.nextSeq = firstSeq;
    }

    /** Records events, one after the other. */
    public RecordedJournal say(final long timeNs, final Event... said) {
        for (final Event event : said) {
            final int length = writer.write(nextSeq++, timeNs, 1, 1, 1, event, scratch, 0);
            final byte[] bytes = new byte[length];
            scratch.getBytes(0, bytes);
            end += BitUtil.align(length + FRAME, FRAME);
            events.add(bytes);
            positions.add(end);
        }
        return this;
    }

    /** Leaves numbers out. */
    RecordedJournal skip(final int numbers) {
        nextSeq += numbers;
        return this;
    }

    /** Purges all before the event with this index. */
    RecordedJournal purgeTo(final int index) {
        start = index == 0 ? 0 : positions.get(index - 1);
        return this;
    }

    /** Readers fail from now on; "" ends that. */
    void failReaders(final String text) {
        failure = text;
    }

    /** {@return position behind the event with this index} */
    long positionBehind(final int index) {
        return positions.get(index);
    }

    @Override
    public JournalReader open(final long position) {
        final int index = position == 0 ? 0 : positions.indexOf(position) + 1;
        if (position != 0 && index == 0) {
            throw new IllegalArgumentException("no event ends at " + position);
        }
        return new Reader(index, position);
    }

    @Override
    public long recordedPosition() {
        return end;
    }

    @Override
    public long startPosition() {
        return start;
    }

    private final class Reader implements JournalReader {
        private final UnsafeBuffer buffer = new UnsafeBuffer();
        private int index;
        private long position;

        Reader(final int index, final long position) {
            this.index = index;
            this.position = position;
        }

        @Override
        public int poll(final EventFragmentHandler handler, final int limit) {
            int count = 0;
            while (count < limit && index < events.size() && !isFailed()) {
                final byte[] bytes = events.get(index);
                position = positions.get(index);
                index++;
                count++;
                buffer.wrap(bytes);
                handler.onFragment(buffer, 0, bytes.length, position);
            }
            return count;
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
            // Holds nothing.
        }
    }
}
