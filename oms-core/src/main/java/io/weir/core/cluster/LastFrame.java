package io.weir.core.cluster;

import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.agrona.BitUtil;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** The last frame of a recording's file: whether a process that was killed had still written all of it. */
final class LastFrame {
    private LastFrame() {}

    /**
     * Looks at a file that ends in a frame whose last page holds nothing but zeros.
     *
     * @param file of the archive.
     * @return whether the frame has the checksum that it was recorded with, or is padding, which has no bytes of its own.
     */
    static boolean isWhole(final File file) {
        try (FileChannel channel = FileChannel.open(file.toPath(), StandardOpenOption.READ)) {
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            try {
                return isWhole(new UnsafeBuffer(mapped));
            } finally {
                IoUtil.unmap(mapped);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(final UnsafeBuffer frames) {
        int last = -1;
        int next = 0;
        while (next + DataHeaderFlyweight.HEADER_LENGTH <= frames.capacity()) {
            final int length = FrameDescriptor.frameLength(frames, next);
            if (length <= 0) {
                break;
            }
            last = next;
            next += BitUtil.align(length, FrameDescriptor.FRAME_ALIGNMENT);
        }
        if (last < 0 || next > frames.capacity()) {
            return false;
        }
        return FrameDescriptor.isPaddingFrame(frames, last)
                || new FrameChecksum()
                                .compute(
                                        frames.addressOffset(),
                                        last + DataHeaderFlyweight.HEADER_LENGTH,
                                        next - last - DataHeaderFlyweight.HEADER_LENGTH)
                        == FrameDescriptor.frameSessionId(frames, last);
    }
}
