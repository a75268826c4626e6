package io.weir.protocol.log;

import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A place at the log that a test plays: it says the events, and keeps the commands, which the core takes at once, or when the
 * test says so. For the tests of every room that stands at the log.
 */
public class PlayedPort implements EdgePort {
    private static final int EVENT_ALIGNMENT = 1_024;

    private final int edgeId;
    private final int epoch;
    private final EventWriter writer = new EventWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final ArrayDeque<Said> events = new ArrayDeque<>();
    private final List<Command> commands = new ArrayList<>();
    private long eventSeq;
    private long seq;

    /** Whether no command is taken into the ring. */
    public boolean backPressured;

    /** Whether the core has taken a command as soon as it is said. */
    public boolean acknowledges = true;

    /** Number of the last command that the core has taken. */
    public long acknowledgedSeq;

    /** Since the last Pulse, in ns. */
    public long sincePulseNs;

    /** Whether the edge has left. */
    public boolean closed;

    /** An event and the command that caused it. */
    private record Said(int edgeId, int epoch, long seq, Event event) {}

    /** A place that is granted. */
    public PlayedPort(final int edgeId, final int epoch) {
        this.edgeId = edgeId;
        this.epoch = epoch;
    }

    /** Says an event that no command has caused. */
    public void event(final Event event) {
        event(0, 0, 0, event);
    }

    /** Says an event; it acknowledges the command that caused it, if it is one of this place's. */
    public void event(final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        events.add(new Said(causeEdgeId, causeEpoch, causeSeq, event));
    }

    /** {@return what was said since it was taken last} */
    public List<Command> said() {
        return List.copyOf(commands);
    }

    /** {@return the same, and takes it} */
    public List<Command> takeSaid() {
        final List<Command> taken = said();
        commands.clear();
        return taken;
    }

    /** The core has taken all that was said. */
    public void acknowledgeAll() {
        acknowledgedSeq = seq;
    }

    @Override
    public long trySay(final Command command) {
        if (backPressured) {
            return BACK_PRESSURED;
        }
        commands.add(command);
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
            final Said said = events.poll();
            if (said.edgeId == edgeId && said.epoch == epoch) {
                acknowledgedSeq = Math.max(acknowledgedSeq, said.seq);
            }
            eventSeq++;
            final int length =
                    writer.write(eventSeq, eventSeq, said.edgeId, said.epoch, said.seq, said.event, buffer, 0);
            handler.onFragment(buffer, 0, length, eventSeq * EVENT_ALIGNMENT);
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
        return edgeId;
    }

    @Override
    public int epoch() {
        return epoch;
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
