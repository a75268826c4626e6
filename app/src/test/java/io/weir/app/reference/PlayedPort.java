package io.weir.app.reference;

import io.weir.protocol.Bounds;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A place at the log that a test plays: commands are kept, taken or refused when the test says so. */
final class PlayedPort implements EdgePort {
    static final int EDGE_ID = 1;
    static final int EPOCH = 4;

    private final EventWriter writer = new EventWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_EVENT_LENGTH]);
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<Command> said = new ArrayList<>();
    private long acknowledgedSeq;
    private long eventSeq;

    boolean backPressured;
    boolean closed;

    List<Command> said() {
        return List.copyOf(said);
    }

    /** The core has taken all commands up to this one. */
    void take(final long seq) {
        acknowledgedSeq = seq;
    }

    /** The core has refused this one; the journal has the event behind all that the core said before. */
    void refuse(final int epoch, final long seq, final String text) {
        refusals.add(new Refusal(epoch, seq, text));
    }

    @Override
    public long trySay(final Command command) {
        if (backPressured) {
            return BACK_PRESSURED;
        }
        said.add(command);
        return said.size();
    }

    @Override
    public int poll(final EventFragmentHandler handler, final int limit) {
        int polled = 0;
        while (polled < limit && !refusals.isEmpty()) {
            final Refusal refusal = refusals.remove();
            if (refusal.epoch == EPOCH) {
                acknowledgedSeq = Math.max(acknowledgedSeq, refusal.seq);
            }
            final int length = writer.write(
                    ++eventSeq,
                    eventSeq,
                    EDGE_ID,
                    refusal.epoch,
                    refusal.seq,
                    new CommandRefused(EDGE_ID, refusal.seq, refusal.text),
                    buffer,
                    0);
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
        return 0;
    }

    @Override
    public long clusterTimeNs() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }

    private record Refusal(int epoch, long seq, String text) {}
}
