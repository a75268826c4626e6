package io.weir.core.cluster;

import org.agrona.DirectBuffer;

/** Where the journal's frames go: recorded ones are there already, new ones are written. One thread, the service's. */
public interface JournalSink {
    /** {@return length of the stream's terms in bytes; the same for as long as the journal lives} */
    int termLength();

    /** {@return the position up to which the journal was recorded when this sink was made; 0 if it was not} */
    long recordedAtStart();

    /**
     * Hashes what is recorded.
     *
     * @param from a position that an event ends at, not below the oldest recorded.
     * @param to   another, not beyond {@link #recordedAtStart}.
     * @param hash over all events up to {@code from}.
     * @return the hash over all events up to {@code to}.
     */
    long hashRecorded(long from, long to, long hash);

    /**
     * Makes ready to write; blocks until the recorder runs.
     *
     * @param position the journal's; equal to what is recorded.
     */
    void open(long position);

    /**
     * Cuts off what is recorded beyond a position, because the log that said it is gone.
     *
     * @param position that an event ends at.
     */
    void truncate(long position);

    /** Lets readers in: what is recorded now stays. */
    void settle();

    /**
     * Writes one frame; waits while the recorder is behind.
     *
     * @param buffer         holds the event from 0 on.
     * @param length         its length in bytes.
     * @param positionBehind where the frame must come to end.
     */
    void write(DirectBuffer buffer, int length, long positionBehind);

    /**
     * Waits until the journal is recorded up to a position.
     *
     * @param position not beyond what was written.
     */
    void awaitRecorded(long position);
}
