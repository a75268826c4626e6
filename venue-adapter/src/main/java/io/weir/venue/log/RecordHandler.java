package io.weir.venue.log;

import java.nio.ByteBuffer;

/** Takes the records of a {@link RecordFile} as they were written. */
@FunctionalInterface
public interface RecordHandler {
    /**
     * Takes one record.
     *
     * @param payload from its position to its limit; valid during the call only.
     */
    void onRecord(ByteBuffer payload);
}
