package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.command.FixInbound;
import java.util.TreeMap;

/**
 * A session's messages above a gap, sorted by number, each number once: the first that came. What does not fit is dropped
 * and counted; the client is asked for it when the gap has closed.
 */
final class HeldMessages {
    /** The most messages that one session holds. */
    static final int MAX_MESSAGES = 8_192;

    /** The most bytes that one session holds. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private final HeldBudget budget;
    private final TreeMap<Long, FixInbound> byNumber = new TreeMap<>();
    private int bytes;

    HeldMessages(final HeldBudget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return byNumber.isEmpty();
    }

    int size() {
        return byNumber.size();
    }

    boolean has(final long msgSeqNum) {
        return byNumber.containsKey(msgSeqNum);
    }

    /** {@return the lowest number held; there is one} */
    long first() {
        return byNumber.firstKey();
    }

    /** {@return whether the lowest number held is the one given} */
    boolean beginsWith(final long msgSeqNum) {
        return !byNumber.isEmpty() && byNumber.firstKey() == msgSeqNum;
    }

    /**
     * Holds a message.
     *
     * @param message whose number is not held yet.
     * @return false if a bound is met: it is dropped and counted.
     */
    boolean tryHold(final FixInbound message) {
        final int length = budget.lengthOf(message);
        if (byNumber.size() == MAX_MESSAGES || bytes + length > MAX_BYTES || !budget.tryUse(length)) {
            budget.countDropped();
            return false;
        }
        byNumber.put(message.fix().msgSeqNum(), message);
        bytes += length;
        return true;
    }

    /** {@return the message with the lowest number, which is no longer held} */
    FixInbound takeFirst() {
        final FixInbound message = byNumber.pollFirstEntry().getValue();
        final int length = budget.lengthOf(message);
        bytes -= length;
        budget.giveBack(length);
        return message;
    }

    /** Drops all messages with lower numbers. */
    void dropBelow(final long msgSeqNum) {
        while (!byNumber.isEmpty() && byNumber.firstKey() < msgSeqNum) {
            takeFirst();
        }
    }

    void clear() {
        dropBelow(Long.MAX_VALUE);
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(byNumber.size());
        for (final FixInbound message : byNumber.values()) {
            snapshot.putCommand(message);
        }
    }

    void readFrom(final SnapshotReader snapshot) {
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            if (!tryHold((FixInbound) snapshot.getCommand())) {
                throw new IllegalStateException("snapshot holds more messages above a gap than the bounds allow");
            }
        }
    }
}
