package io.weir.protocol.log;

/** The recorded event journal of a node. */
public interface Journal {
    /**
     * Opens a reader; returns at once, the work is done by the reader's polls.
     *
     * @param position where to begin: 0 or a position that an event was handed on with.
     * @return a reader that the caller closes.
     */
    JournalReader open(long position);

    /** {@return the position up to which events are recorded} */
    long recordedPosition();

    /** {@return the oldest position that can still be read} */
    long startPosition();
}
