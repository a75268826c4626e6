package io.weir.venue.agent;

import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.Event;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A place at the log that a test plays: events are said by it, commands kept, acknowledged when the test says so. */
public final class ScriptedPort implements EdgePort {
    public static final int EDGE_ID = 7;
    public static final int EPOCH = 3;

    private final EventWriter writer = new EventWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private final List<Command> said = new ArrayList<>();
    private long eventSeq;
    private long seq;

    public boolean backPressured;
    public boolean acknowledges = true;
    public long acknowledgedSeq;
    public long sincePulseNs;
    public boolean closed;

    public void event(final Event event) {
        events.add(event);
    }

    /** {@return what was said since the last call} */
    public List<Command> takeSaid() {
        final List<Command> taken = List.copyOf(said);
        said.clear();
        return taken;
    }

    public void acknowledgeAll() {
        acknowledgedSeq = seq;
    }

    @Override
    public long trySay(final Command command) {
        if (backPressured) {
            return BACK_PRESSURED;
        }
        said.add(command);
        seq++;
        if (acknowledges) {
            acknowledgedSeq = seq;
        }
        return seq;
    }

    @Override
    public int poll(final EventFragmentHandler handler, final int limit) {
        int polled = 0;
        while (polled < limit && !events.isEmpty()) {
            final int length = writer.write(++eventSeq, eventSeq, 0, 0, 0, events.poll(), buffer, 0);
            handler.onFragment(buffer, 0, length, eventSeq * 1_024);
            polled++;
        }
        return polled;
    }

    @Override
    public boolean isStarted() {
        return true;
    }

    @Override
    public int edgeId() {
        return EDGE_ID;
    }

    @Override
    public int epoch() {
        return EPOCH;
    }

    @Override
    public long acknowledgedSeq() {
        return acknowledgedSeq;
    }

    @Override
    public long sincePulseNs() {
        return sincePulseNs;
    }

    @Override
    public long clusterTimeNs() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}
