package io.weir.core.cluster;

import io.weir.protocol.Bounds;
import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The commands of an edge that the core has not acknowledged yet, encoded, with their numbers. Bounded by bytes and by
 * count; what is acknowledged makes room. For one thread.
 */
final class CommandRing {
    /** Room for 16 MiB of commands, some 50,000 orders. */
    static final int STANDARD_BYTES = 16 << 20;

    private static final int BYTES_PER_ENTRY = 128;
    private static final int ALIGNMENT = 8;

    private final UnsafeBuffer buffer;
    private final int byteMask;
    private final int entryMask;
    private final long[] places;
    private final int[] lengths;
    private final long[] offeredNs;
    private long firstSeq = 1;
    private long lastSeq;
    private long tail;

    /**
     * An empty ring.
     *
     * @param bytes that it holds, a power of two, at least 64 KiB.
     */
    CommandRing(final int bytes) {
        if (!BitUtil.isPowerOfTwo(bytes) || bytes < 1 << 16) {
            throw new IllegalArgumentException("ring of " + bytes + " bytes is no power of two from 65536 on");
        }
        buffer = new UnsafeBuffer(new byte[bytes]);
        byteMask = bytes - 1;
        entryMask = bytes / BYTES_PER_ENTRY - 1;
        places = new long[entryMask + 1];
        lengths = new int[entryMask + 1];
        offeredNs = new long[entryMask + 1];
    }

    /** Forgets all commands; the next one has number 1. */
    void clear() {
        firstSeq = 1;
        lastSeq = 0;
        tail = 0;
        Arrays.fill(offeredNs, 0);
    }

    /** {@return whether there is room for one more command of any length} */
    boolean hasRoom() {
        final long head = lastSeq < firstSeq ? tail : places[index(firstSeq)];
        return lastSeq - firstSeq + 1 <= entryMask && next() + Bounds.MAX_COMMAND_LENGTH - head <= buffer.capacity();
    }

    MutableDirectBuffer buffer() {
        return buffer;
    }

    /** {@return offset in the buffer that the next command is to be written at; there must be room} */
    int nextOffset() {
        return (int) next() & byteMask;
    }

    /**
     * Takes the command in that was written at {@link #nextOffset}.
     *
     * @param length its length in bytes.
     * @return its number.
     */
    long append(final int length) {
        final long place = next();
        lastSeq++;
        final int index = index(lastSeq);
        places[index] = place;
        lengths[index] = length;
        offeredNs[index] = 0;
        tail = place + BitUtil.align(length, ALIGNMENT);
        return lastSeq;
    }

    /** Lets go of all commands up to {@code seq}. */
    void release(final long seq) {
        firstSeq = Math.max(firstSeq, Math.min(seq, lastSeq) + 1);
    }

    int offset(final long seq) {
        return (int) places[index(seq)] & byteMask;
    }

    int length(final long seq) {
        return lengths[index(seq)];
    }

    /** Notes the cluster time at which a command was offered. */
    void offered(final long seq, final long clusterTimeNs) {
        offeredNs[index(seq)] = clusterTimeNs;
    }

    /** {@return the cluster time at which a command was last offered, 0 if it was not} */
    long offeredNs(final long seq) {
        return offeredNs[index(seq)];
    }

    /** {@return number of the oldest command that is held; one more than {@link #lastSeq} if none is} */
    long firstSeq() {
        return firstSeq;
    }

    /** {@return number of the newest command, 0 before the first} */
    long lastSeq() {
        return lastSeq;
    }

    /** A command never runs over the end of the buffer; where the rest is too short it begins at the front. */
    private long next() {
        final int offset = (int) tail & byteMask;
        final int rest = buffer.capacity() - offset;
        return rest < Bounds.MAX_COMMAND_LENGTH ? tail + rest : tail;
    }

    private int index(final long seq) {
        return (int) seq & entryMask;
    }
}
