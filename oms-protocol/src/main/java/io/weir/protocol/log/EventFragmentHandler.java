package io.weir.protocol.log;

import org.agrona.DirectBuffer;

/** Takes encoded events in the order of the journal. {@code EventReader} turns them into records. */
@FunctionalInterface
public interface EventFragmentHandler {
    /**
     * Takes one event. Must not block.
     *
     * @param buffer   valid during the call only.
     * @param offset   where the event begins.
     * @param length   its length in bytes.
     * @param position of the journal behind it.
     */
    void onFragment(DirectBuffer buffer, int offset, int length, long position);
}
