package io.weir.core.cluster;

import io.weir.protocol.codec.Commands;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.event.Event;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Both pipes of an edge, in the test's hand: what it offers is noted, what it reads is written here. */
final class FakeLog implements CommandLink, Journal {
    final List<Long> offered = new ArrayList<>();
    final List<byte[]> events = new ArrayList<>();
    long generation = 1;
    long termId;
    boolean isConnected = true;
    int room = Integer.MAX_VALUE;
    private final EventWriter writer = new EventWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[8192]);

    /** Says an event of the core. */
    void say(final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        final int length =
                writer.write(events.size() + 1L, timeNs, causeEdgeId, causeEpoch, causeSeq, event, buffer, 0);
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        events.add(bytes);
    }

    List<Long> takeOffered() {
        final List<Long> taken = List.copyOf(offered);
        offered.clear();
        return taken;
    }

    @Override
    public int poll(final long nowNs) {
        return 0;
    }

    @Override
    public boolean offer(final DirectBuffer command, final int offset, final int length) {
        if (!isConnected || room == 0) {
            return false;
        }
        room--;
        offered.add(Commands.seq(command, offset));
        return true;
    }

    @Override
    public boolean isConnected() {
        return isConnected;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public long leadershipTermId() {
        return termId;
    }

    @Override
    public void close() {
        isConnected = false;
    }

    @Override
    public JournalReader open(final long position) {
        return new Reader((int) position);
    }

    @Override
    public long recordedPosition() {
        return events.size();
    }

    @Override
    public long startPosition() {
        return 0;
    }

    private final class Reader implements JournalReader {
        private int next;

        Reader(final int next) {
            this.next = next;
        }

        @Override
        public int poll(final EventFragmentHandler handler, final int limit) {
            int count = 0;
            while (count < limit && next < events.size()) {
                final byte[] event = events.get(next);
                next++;
                count++;
                handler.onFragment(new UnsafeBuffer(event), 0, event.length, next);
            }
            return count;
        }

        @Override
        public long position() {
            return next;
        }

        @Override
        public boolean isFailed() {
            return false;
        }

        @Override
        public String failure() {
            return "";
        }

        @Override
        public void close() {
            next = Integer.MAX_VALUE;
        }
    }
}
