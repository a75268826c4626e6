package io.weir.core.cluster;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** The rolling hash over all events of the journal: eight bytes a step, the same on every node and every replay. */
public final class JournalHash {
    /** The hash over no event. */
    public static final long EMPTY = 0x2545F4914F6CDD1DL;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private JournalHash() {}

    /**
     * Takes one more event in.
     *
     * @param hash   over all events before.
     * @param buffer holds the event.
     * @param offset where it begins.
     * @param length its length in bytes.
     * @return the hash over all events up to this one.
     */
    public static long roll(final long hash, final DirectBuffer buffer, final int offset, final int length) {
        long rolled = (hash ^ length) * FACTOR;
        final int words = length & -Long.BYTES;
        for (int i = 0; i < words; i += Long.BYTES) {
            rolled = mix(rolled, buffer.getLong(offset + i, ByteOrder.LITTLE_ENDIAN));
        }
        long tail = 0;
        for (int i = words; i < length; i++) {
            tail = tail << 8 | buffer.getByte(offset + i) & 0xFF;
        }
        return mix(rolled, tail);
    }

    private static long mix(final long hash, final long word) {
        return Long.rotateLeft((hash ^ word) * FACTOR, 31);
    }
}
