package io.weir.core.order;

/**
 * What each ClOrdID of each session leads to. A hash table of references, in parts that grow one by one: the keys
 * are the texts that the orders hold anyway, so a million orders cost a few bytes each. For looking up only, never walked.
 */
final class ClOrdIds {
    /** So few parts that a processor keeps at hand where each one is, and so many that none is long to lay out anew. */
    private static final int PART_BITS = 6;

    /** Ids that count up have hashes that count up; so many of them stay side by side. */
    private static final int NEIGHBOUR_BITS = 4;

    private final ClOrdIdPart[] parts = new ClOrdIdPart[1 << PART_BITS];
    private int size;

    /** {@return what the ClOrdID leads to, or null} */
    Keyed find(final int sessionId, final String clOrdId) {
        final int hash = hash(sessionId, clOrdId);
        final ClOrdIdPart part = parts[partOf(hash)];
        return part == null ? null : part.find(sessionId, clOrdId, hash);
    }

    /** Adds an entry; one of the same session and ClOrdID is replaced. */
    void put(final Keyed entry) {
        final int hash = hash(entry.sessionId(), entry.key());
        final int at = partOf(hash);
        if (parts[at] == null) {
            parts[at] = new ClOrdIdPart();
        }
        if (parts[at].put(entry, hash)) {
            size++;
        }
    }

    /** Removes an entry, if it is the one that its ClOrdID leads to. */
    void remove(final Keyed entry) {
        final int hash = hash(entry.sessionId(), entry.key());
        final ClOrdIdPart part = parts[partOf(hash)];
        if (part != null && part.remove(entry, hash)) {
            size--;
        }
    }

    int size() {
        return size;
    }

    /** A part goes by the highest bits of a hash, the slot in it by the lowest. */
    private static int partOf(final int hash) {
        return hash >>> Integer.SIZE - PART_BITS;
    }

    /**
     * String's hash is fixed by Java's specification, and dense for ids that count up. Groups of neighbours are spread over the
     * table by the finalizer of MurmurHash3; within a group they stay together, so that a client that counts finds its next
     * slot where the last one was. It only spreads: no decision depends on it.
     */
    private static int hash(final int sessionId, final String clOrdId) {
        final int dense = clOrdId.hashCode() + sessionId * 0x9E3779B9;
        int group = dense >>> NEIGHBOUR_BITS;
        group = (group ^ group >>> 16) * 0x85EBCA6B;
        group = (group ^ group >>> 13) * 0xC2B2AE35;
        group ^= group >>> 16;
        final int hash = group << NEIGHBOUR_BITS | dense & (1 << NEIGHBOUR_BITS) - 1;
        return hash == 0 ? 1 : hash;
    }
}
