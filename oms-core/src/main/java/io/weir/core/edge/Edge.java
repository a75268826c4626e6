package io.weir.core.edge;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.command.EdgeKind;

/** What the log knows of one edge: which start of it counts, and how far its commands are taken. */
final class Edge {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final int edgeId;
    private int epoch;
    private long nonce;
    private EdgeKind kind = EdgeKind.OPS;
    private String name = "";
    private long seq;
    private long gapSaidFor;
    private long gapSaidNs;
    private long strangerSaidNs = NEVER;

    Edge(final int edgeId) {
        this.edgeId = edgeId;
    }

    /** Begins a new epoch. */
    void begin(final long newNonce, final EdgeKind newKind, final String newName) {
        epoch++;
        nonce = newNonce;
        kind = newKind;
        name = newName;
        seq = 0;
        gapSaidFor = 0;
        gapSaidNs = 0;
    }

    int edgeId() {
        return edgeId;
    }

    int epoch() {
        return epoch;
    }

    long nonce() {
        return nonce;
    }

    EdgeKind kind() {
        return kind;
    }

    /** {@return the name of a venue edge's venue, else ""} */
    String name() {
        return name;
    }

    /** {@return number of the last command taken} */
    long seq() {
        return seq;
    }

    void takeNext() {
        seq++;
    }

    /**
     * Decides whether a gap has to be said: once for each missing number, again when a second has brought no progress.
     *
     * @param servedNs the present.
     * @param againNs  ns until it is said again.
     * @return whether to say it; it counts as said then.
     */
    boolean sayGap(final long servedNs, final long againNs) {
        final long expected = seq + 1;
        if (gapSaidFor == expected && servedNs - gapSaidNs < againNs) {
            return false;
        }
        gapSaidFor = expected;
        gapSaidNs = servedNs;
        return true;
    }

    /**
     * Decides whether a connection without a session has to be named: at most once in a while for each edge.
     *
     * @param servedNs the present.
     * @param againNs  ns until the next may be named.
     * @return whether to say it; it counts as said then.
     */
    boolean sayStranger(final long servedNs, final long againNs) {
        if (servedNs - strangerSaidNs < againNs) {
            return false;
        }
        strangerSaidNs = servedNs;
        return true;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(epoch);
        snapshot.putLong(nonce);
        snapshot.putInt(kind.ordinal());
        snapshot.putText(name);
        snapshot.putLong(seq);
        snapshot.putLong(gapSaidFor);
        snapshot.putLong(gapSaidNs);
        snapshot.putLong(strangerSaidNs);
    }

    void readFrom(final SnapshotReader snapshot) {
        epoch = snapshot.getInt();
        nonce = snapshot.getLong();
        kind = EdgeKind.values()[snapshot.getInt()];
        name = snapshot.getText();
        seq = snapshot.getLong();
        gapSaidFor = snapshot.getLong();
        gapSaidNs = snapshot.getLong();
        strangerSaidNs = snapshot.getLong();
    }
}
