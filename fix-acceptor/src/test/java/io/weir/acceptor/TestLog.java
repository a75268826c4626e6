package io.weir.acceptor;

import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.Event;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The two pipes in memory, with the weather at the test's command. */
public final class TestLog implements EdgePort, Journal {
    public final List<Command> commands = new ArrayList<>();
    public final List<Long> positions = new ArrayList<>();
    public boolean started = true;
    public boolean backPressured;
    public boolean readersStall;
    public long acknowledged = Long.MAX_VALUE;
    public long sincePulseNs;
    public long clusterTimeNs = Fix.NOON_NS;
    public long startPosition;
    public int openReaders;
    public int opened;

    /** What the core does with a command. */
    public Consumer<Command> core = command -> {};

    private final List<UnsafeBuffer> events = new ArrayList<>();
    private final EventWriter writer = new EventWriter();
    private long seq;
    private long position;
    private int next;

    /** Says an event at the cluster time; {@return position behind it} */
    public long say(final Event event) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        final int length = writer.write(events.size() + 1L, clusterTimeNs, 1, 1, seq, event, buffer, 0);
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        events.add(new UnsafeBuffer(bytes));
        position += length + 32 + 31 & ~31;
        positions.add(position);
        return position;
    }

    public long position() {
        return position;
    }

    @Override
    public long trySay(final Command command) {
        if (backPressured) {
            return BACK_PRESSURED;
        }
        commands.add(command);
        seq++;
        core.accept(command);
        return seq;
    }

    @Override
    public int poll(final EventFragmentHandler handler, final int limit) {
        int count = 0;
        while (next < events.size() && count < limit) {
            handler.onFragment(events.get(next), 0, events.get(next).capacity(), positions.get(next));
            next++;
            count++;
        }
        return count;
    }

    @Override
    public boolean isStarted() {
        return started;
    }

    @Override
    public int edgeId() {
        return 1;
    }

    @Override
    public int epoch() {
        return started ? 1 : 0;
    }

    @Override
    public long acknowledgedSeq() {
        return Math.min(seq, acknowledged);
    }

    @Override
    public long sincePulseNs() {
        return sincePulseNs;
    }

    @Override
    public long clusterTimeNs() {
        return clusterTimeNs;
    }

    @Override
    public JournalReader open(final long from) {
        openReaders++;
        opened++;
        return new Reader(from);
    }

    @Override
    public long recordedPosition() {
        return position;
    }

    @Override
    public long startPosition() {
        return startPosition;
    }

    @Override
    public void close() {
        started = false;
    }

    /** Takes two polls to be connected, as a real one takes some time. */
    private final class Reader implements JournalReader {
        private long at;
        private int polls;

        Reader(final long from) {
            at = from;
        }

        @Override
        public int poll(final EventFragmentHandler handler, final int limit) {
            if (++polls <= 2 || readersStall) {
                return 0;
            }
            int count = 0;
            int index = firstBehind(at);
            while (index < events.size() && count < limit) {
                at = positions.get(index);
                handler.onFragment(events.get(index), 0, events.get(index).capacity(), at);
                index++;
                count++;
            }
            return count;
        }

        private int firstBehind(final long from) {
            int low = 0;
            int high = positions.size();
            while (low < high) {
                final int middle = low + high >>> 1;
                if (positions.get(middle) > from) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        @Override
        public long position() {
            return at;
        }

        @Override
        public boolean isFailed() {
            return at < startPosition;
        }

        @Override
        public String failure() {
            return isFailed() ? "position " + at + " is gone" : "";
        }

        @Override
        public void close() {
            openReaders--;
        }
    }
}
