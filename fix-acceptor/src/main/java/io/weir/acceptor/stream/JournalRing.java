package io.weir.acceptor.stream;

import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The newest session events of the journal, of all sessions, in a fixed piece of memory; the events of one session are
 * chained, so that a cursor does not step over those of others. For one thread.
 */
public final class JournalRing {
    /** No entry. */
    public static final long NONE = -1;

    private static final int LENGTH = 0;
    private static final int SESSION_ID = 4;
    private static final int POSITION = 8;
    private static final int NEXT = 16;
    private static final int EVENT_LENGTH = 24;
    private static final int EVENT = 32;
    private static final int NO_SESSION = 0;

    private final UnsafeBuffer bytes;
    private final int capacity;
    private final int mask;
    private final Int2ObjectHashMap<Chain> chains = new Int2ObjectHashMap<>();
    private long head;
    private long tail;
    private long startPosition = Long.MAX_VALUE;
    private long endPosition;

    /**
     * Makes an empty ring.
     *
     * @param capacity in bytes, a power of two, many times the largest event.
     */
    public JournalRing(final int capacity) {
        this.capacity = capacity;
        this.mask = capacity - 1;
        this.bytes = new UnsafeBuffer(new byte[capacity]);
    }

    /** Takes note of how far the journal is read; the ring begins with the first event that it is told of. */
    public void advance(final long position) {
        endPosition = position;
        if (startPosition == Long.MAX_VALUE) {
            startPosition = position;
        }
    }

    /** Takes a session event; the oldest ones make room. */
    public void append(
            final DirectBuffer buffer, final int offset, final int length, final long position, final int sessionId) {
        final int needed = EVENT + length + 7 & ~7;
        final int toEnd = capacity - index(head);
        if (toEnd < needed) {
            makeRoom(toEnd);
            bytes.putInt(index(head) + LENGTH, toEnd);
            bytes.putInt(index(head) + SESSION_ID, NO_SESSION);
            head += toEnd;
        }
        makeRoom(needed);
        final int index = index(head);
        bytes.putInt(index + LENGTH, needed);
        bytes.putInt(index + SESSION_ID, sessionId);
        bytes.putLong(index + POSITION, position);
        bytes.putLong(index + NEXT, NONE);
        bytes.putInt(index + EVENT_LENGTH, length);
        bytes.putBytes(index + EVENT, buffer, offset, length);
        chain(sessionId, head);
        head += needed;
        endPosition = position;
        if (startPosition == Long.MAX_VALUE) {
            startPosition = position - 1;
        }
    }

    /** {@return the position behind which every session event is here} */
    public long startPosition() {
        return startPosition;
    }

    /** {@return the position up to which the journal is read} */
    public long endPosition() {
        return endPosition;
    }

    /**
     * Finds the next event of a session.
     *
     * @param sessionId whose.
     * @param position  not below {@link #startPosition}.
     * @param hint      an entry of the same session at or before the position, or {@link #NONE}; it may be gone.
     * @return the first entry behind the position, {@link #NONE} if there is none yet.
     */
    public long nextBehind(final int sessionId, final long position, final long hint) {
        final Chain chain = chains.get(sessionId);
        if (chain == null) {
            return NONE;
        }
        long entry = hint >= tail ? hint : chain.first;
        while (entry != NONE && position(entry) <= position) {
            entry = bytes.getLong(index(entry) + NEXT);
        }
        return entry;
    }

    /** {@return the bytes that entries lie in} */
    public DirectBuffer buffer() {
        return bytes;
    }

    /** {@return where the event of an entry begins} */
    public int offset(final long entry) {
        return index(entry) + EVENT;
    }

    /** {@return length of the event of an entry} */
    public int length(final long entry) {
        return bytes.getInt(index(entry) + EVENT_LENGTH);
    }

    /** {@return journal position behind the event of an entry} */
    public long position(final long entry) {
        return bytes.getLong(index(entry) + POSITION);
    }

    private void chain(final int sessionId, final long entry) {
        final Chain chain = chains.get(sessionId);
        if (chain == null) {
            chains.put(sessionId, new Chain(entry));
        } else if (chain.first == NONE) {
            chain.first = entry;
            chain.last = entry;
        } else {
            bytes.putLong(index(chain.last) + NEXT, entry);
            chain.last = entry;
        }
    }

    private void makeRoom(final int needed) {
        while (head + needed - tail > capacity) {
            final int index = index(tail);
            final int sessionId = bytes.getInt(index + SESSION_ID);
            if (sessionId != NO_SESSION) {
                chains.get(sessionId).first = bytes.getLong(index + NEXT);
                startPosition = bytes.getLong(index + POSITION);
            }
            tail += bytes.getInt(index + LENGTH);
        }
    }

    private int index(final long entry) {
        return (int) entry & mask;
    }

    private static final class Chain {
        private long first;
        private long last;

        Chain(final long entry) {
            first = entry;
            last = entry;
        }
    }
}
