package io.weir.core.edge;

import io.weir.core.Outbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The edges that the log knows, and the first two gates of every command: epoch and number. Each edge numbers all its
 * commands; the core takes the next one, ignores lower ones and answers higher ones with the number it misses. A command
 * that is refused here leaves no trace behind these gates.
 */
public final class Edges implements Snapshotable {
    /** The highest edgeId: {@link ConnectionId} gives it 12 bits. */
    public static final int MAX_EDGE_ID = 0xFFF;

    /** The most starts of one edge: {@link ConnectionId} gives them 20 bits. */
    public static final int MAX_EPOCH = 0xF_FFFF;

    private static final long GAP_AGAIN_NS = 1_000_000_000L;
    private static final long STRANGER_AGAIN_NS = 1_000_000_000L;

    private final Outbox outbox;
    private final CoreClock clock;
    private final Edge[] byId = new Edge[MAX_EDGE_ID + 1];
    private final List<Edge> inOrder = new ArrayList<>();

    public Edges(final Outbox outbox, final CoreClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The gates of epoch and number.
     *
     * @param header of a command other than {@link EdgeStart}.
     * @return whether the command is the next one of its edge's present start; its number is taken then.
     */
    public boolean admit(final CommandHeader header) {
        final Edge edge = find(header.edgeId());
        if (edge == null || edge.epoch() != header.epoch()) {
            return false;
        }
        if (header.seq() == edge.seq() + 1) {
            edge.takeNext();
            return true;
        }
        if (header.seq() > edge.seq() && edge.sayGap(clock.servedNs(), GAP_AGAIN_NS)) {
            outbox.say(new EdgeGap(edge.edgeId(), edge.epoch(), edge.seq() + 1));
        }
        return false;
    }

    /**
     * Grants an epoch: the one it has for a nonce seen last, else the next.
     *
     * @param edgeId   who asks, 1 to {@link #MAX_EDGE_ID}.
     * @param start    its question.
     * @param venueIds finds a venue by its name, 0 if it is not defined.
     * @return what was said, null if the start was refused.
     */
    public EdgeStarted start(final int edgeId, final EdgeStart start, final ToIntFunction<String> venueIds) {
        final String fault = fault(edgeId, start);
        if (!fault.isEmpty()) {
            outbox.say(new CommandRefused(edgeId, 0, fault));
            return null;
        }
        final Edge edge = findOrAdd(edgeId);
        if (edge.nonce() != start.nonce()) {
            edge.begin(start.nonce(), start.kind(), start.name());
        }
        final int venueId = edge.name().isEmpty() ? 0 : venueIds.applyAsInt(edge.name());
        final EdgeStarted started = new EdgeStarted(edgeId, edge.epoch(), edge.nonce(), edge.kind(), venueId);
        outbox.say(started);
        return started;
    }

    private String fault(final int edgeId, final EdgeStart start) {
        if (edgeId < 1 || edgeId > MAX_EDGE_ID) {
            return "edgeId " + edgeId + " is not from 1 to " + MAX_EDGE_ID;
        }
        if (start.nonce() == 0) {
            return "nonce 0 is not allowed";
        }
        final Edge edge = byId[edgeId];
        if (edge == null && inOrder.size() == Bounds.MAX_EDGES) {
            return "edge " + edgeId + " is one more than " + Bounds.MAX_EDGES + ", the most edges of a node";
        }
        if (edge != null && edge.epoch() == MAX_EPOCH && edge.nonce() != start.nonce()) {
            return "edge " + edgeId + " has had " + MAX_EPOCH + " starts, the most there are; give it another edgeId";
        }
        return "";
    }

    /**
     * Judges a connection's life by its epoch alone.
     *
     * @param connectionId any connection.
     * @return whether the start of the edge that had it is over.
     */
    public boolean isOver(final long connectionId) {
        final Edge edge = find(ConnectionId.edgeId(connectionId));
        return edge == null || edge.epoch() != ConnectionId.epoch(connectionId);
    }

    /**
     * Decides whether a connection that spoke without owning a session has to be named to its edge.
     *
     * @param connectionId of a start that is not over.
     * @return true at most once a second for each edge.
     */
    public boolean mayNameStranger(final long connectionId) {
        final Edge edge = find(ConnectionId.edgeId(connectionId));
        return edge != null && edge.sayStranger(clock.servedNs(), STRANGER_AGAIN_NS);
    }

    /** {@return how far each edge's commands are taken, in the order in which the edges came up} */
    public List<EdgeAck> acks() {
        final List<EdgeAck> acks = new ArrayList<>(inOrder.size());
        for (final Edge edge : inOrder) {
            acks.add(new EdgeAck(edge.edgeId(), edge.epoch(), edge.seq()));
        }
        return acks;
    }

    private Edge find(final int edgeId) {
        return edgeId < 0 || edgeId > MAX_EDGE_ID ? null : byId[edgeId];
    }

    private Edge findOrAdd(final int edgeId) {
        if (byId[edgeId] == null) {
            byId[edgeId] = new Edge(edgeId);
            inOrder.add(byId[edgeId]);
        }
        return byId[edgeId];
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(inOrder.size());
        for (final Edge edge : inOrder) {
            snapshot.putInt(edge.edgeId());
            edge.writeTo(snapshot);
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            findOrAdd(snapshot.getInt()).readFrom(snapshot);
        }
    }
}
