package io.weir.core.cluster;

import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import org.agrona.BitUtil;

/**
 * Where events come to lie: one frame each, a header and the event, rounded up; a frame that does not fit what is left of
 * its term begins the next one. Positions follow from lengths alone, on every node and every replay.
 */
public final class JournalFrames {
    private JournalFrames() {}

    /**
     * Places an event.
     *
     * @param position    of the journal before it.
     * @param eventLength its length in bytes.
     * @param termLength  of the journal's stream, a power of two.
     * @return the position that its frame begins at: {@code position}, or the next term's begin.
     */
    public static long positionOf(final long position, final int eventLength, final int termLength) {
        final int termOffset = (int) (position & (termLength - 1));
        return termOffset + frameLength(eventLength) > termLength ? position - termOffset + termLength : position;
    }

    /**
     * Places an event.
     *
     * @param position    of the journal before it.
     * @param eventLength its length in bytes.
     * @param termLength  of the journal's stream, a power of two.
     * @return the position behind it.
     */
    public static long positionBehind(final long position, final int eventLength, final int termLength) {
        return positionOf(position, eventLength, termLength) + frameLength(eventLength);
    }

    private static int frameLength(final int eventLength) {
        return BitUtil.align(eventLength + DataHeaderFlyweight.HEADER_LENGTH, FrameDescriptor.FRAME_ALIGNMENT);
    }
}
