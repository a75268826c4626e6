package io.weir.fix.fix44;

import org.agrona.collections.Int2ObjectHashMap;

/** What went out under which MsgSeqNum(34) on this connection, for rejects that name nothing else. Holds the newest. */
final class SentRequests {
    /** What a message of ours asked for. */
    enum Kind {
        ORDER,
        REPLACE,
        CANCEL,
        STATUS,
        MASS_STATUS,
        TRADES,
        MARKET_DATA
    }

    /**
     * One message.
     *
     * @param kind what it asked for.
     * @param id   ClOrdID of the order or replace, OrigClOrdID of a cancel, else the request's own id.
     */
    record Sent(Kind kind, String id) {}

    private static final int MAX = 65_536;

    private final Int2ObjectHashMap<Sent> sent = new Int2ObjectHashMap<>();

    void add(final int seq, final Kind kind, final String id) {
        sent.put(seq, new Sent(kind, id));
        sent.remove(seq - MAX);
    }

    /** {@return what went out under the number, null if it is not known (any more)} */
    Sent find(final int seq) {
        return sent.get(seq);
    }

    void clear() {
        sent.clear();
    }
}
