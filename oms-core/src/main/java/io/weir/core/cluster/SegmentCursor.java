package io.weir.core.cluster;

import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import io.weir.protocol.log.EventFragmentHandler;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.agrona.BitUtil;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks over the journal's recorded frames in the archive's own files, mapped into memory. Whoever calls knows how far they
 * are written; nothing here looks beyond that. For one thread.
 */
final class SegmentCursor implements AutoCloseable {
    private final JournalRecording recording;
    private final UnsafeBuffer segment = new UnsafeBuffer(0, 0);
    private MappedByteBuffer mapped;
    private long segmentPosition;
    private long segmentEnd;
    private long position;

    /**
     * Begins to walk.
     *
     * @param recording whose files are there.
     * @param position  where to begin: a frame begins there.
     */
    SegmentCursor(final JournalRecording recording, final long position) {
        this.recording = recording;
        this.position = position;
    }

    /**
     * Hands on events.
     *
     * @param handler gets each.
     * @param limit   the most to hand on.
     * @param end     up to where the recording is written.
     * @return how many were handed on.
     * @throws UnreadableException if the file is not there (any more), or what stands there is no frame.
     */
    int poll(final EventFragmentHandler handler, final int limit, final long end) {
        int count = 0;
        while (count < limit && position < end) {
            if (position >= segmentEnd) {
                map();
            }
            final int offset = (int) (position - segmentPosition);
            final int frameLength = frameLength(offset, end);
            final boolean isPadding = FrameDescriptor.isPaddingFrame(segment, offset);
            final int payload = offset + DataHeaderFlyweight.HEADER_LENGTH;
            position += BitUtil.align(frameLength, FrameDescriptor.FRAME_ALIGNMENT);
            if (!isPadding) {
                count++;
                handler.onFragment(segment, payload, frameLength - DataHeaderFlyweight.HEADER_LENGTH, position);
            }
        }
        return count;
    }

    /** Each frame names its own place: a reader that begins anywhere else is stopped at its first look. */
    private int frameLength(final int offset, final long end) {
        if ((offset & (FrameDescriptor.FRAME_ALIGNMENT - 1)) == 0) {
            final int frameLength = segment.getInt(FrameDescriptor.lengthOffset(offset), ByteOrder.LITTLE_ENDIAN);
            final int termOffset = segment.getInt(FrameDescriptor.termOffsetOffset(offset), ByteOrder.LITTLE_ENDIAN);
            if (frameLength >= DataHeaderFlyweight.HEADER_LENGTH
                    && termOffset == (position & (recording.termLength() - 1))) {
                return frameLength;
            }
        }
        throw new UnreadableException(
                "journal recording " + recording.recordingId() + " has no event at position " + position
                        + ", though it is recorded up to " + end,
                null);
    }

    /** {@return behind the last frame handed on} */
    long position() {
        return position;
    }

    private void map() {
        unmap();
        segmentPosition = recording.segmentPosition(position);
        try (FileChannel file = FileChannel.open(recording.segmentFile(segmentPosition), StandardOpenOption.READ)) {
            mapped = file.map(FileChannel.MapMode.READ_ONLY, 0, recording.segmentLength());
        } catch (final IOException e) {
            throw new UnreadableException(
                    "journal position " + position + " cannot be read from recording " + recording.recordingId(), e);
        }
        segment.wrap(mapped);
        segmentEnd = segmentPosition + recording.segmentLength();
    }

    private void unmap() {
        segmentEnd = 0;
        segment.wrap(0, 0);
        if (mapped != null) {
            IoUtil.unmap(mapped);
            mapped = null;
        }
    }

    @Override
    public void close() {
        unmap();
    }

    /** The journal cannot be read from a position. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(final String message, final Throwable cause) {
            super(message, cause);
        }
    }
}
