package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.Bounds;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.command.FixInbound;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** How much all sessions together hold above their gaps, in bytes of the command log. */
final class HeldBudget {
    /** The most bytes that all sessions of a node hold. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final CommandWriter writer = new CommandWriter();
    private final MutableDirectBuffer scratch = new UnsafeBuffer(new byte[Bounds.MAX_COMMAND_LENGTH]);
    private long usedBytes;
    private long messages;
    private long dropped;

    int lengthOf(final FixInbound message) {
        return writer.write(message, 0, 0, 0, scratch, 0);
    }

    boolean tryUse(final int bytes) {
        if (usedBytes + bytes > MAX_BYTES) {
            return false;
        }
        usedBytes += bytes;
        messages++;
        return true;
    }

    void giveBack(final int bytes) {
        usedBytes -= bytes;
        messages--;
    }

    void countDropped() {
        dropped++;
    }

    long usedBytes() {
        return usedBytes;
    }

    long messages() {
        return messages;
    }

    long dropped() {
        return dropped;
    }

    /** Writes the counter; what is used follows from the sessions. */
    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(dropped);
    }

    void readFrom(final SnapshotReader snapshot) {
        dropped = snapshot.getLong();
    }
}
