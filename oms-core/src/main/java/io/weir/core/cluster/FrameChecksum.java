package io.weir.core.cluster;

import io.aeron.archive.checksum.Checksum;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The checksum in each recorded frame: tells a last frame that was only half written from one that happens to end in zeros.
 * For one thread at a time.
 */
final class FrameChecksum implements Checksum {
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final UnsafeBuffer bytes = new UnsafeBuffer(0, 0);

    /**
     * Sums up a frame's payload.
     *
     * @param address of the frame's memory.
     * @param offset  of the payload from there.
     * @param length  of the payload with its padding: a multiple of 32.
     * @return the sum; not 0 for a payload of zeros.
     */
    @Override
    public int compute(final long address, final int offset, final int length) {
        bytes.wrap(address + offset, length);
        long sum = SEED ^ length;
        for (int i = 0; i + Long.BYTES <= length; i += Long.BYTES) {
            sum = (Long.rotateLeft(sum, 29) ^ bytes.getLong(i, ByteOrder.LITTLE_ENDIAN)) * SEED;
        }
        return (int) (sum ^ sum >>> 32);
    }
}
