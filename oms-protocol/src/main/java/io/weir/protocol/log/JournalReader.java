package io.weir.protocol.log;

/** Reads the journal forward from one position and goes on as it grows. For one thread. Never blocks. */
public interface JournalReader extends AutoCloseable {
    /**
     * Hands on what is there.
     *
     * @param handler gets each event once, in order.
     * @param limit   the most events to hand on.
     * @return how many were; 0 also while the reader is still being connected.
     */
    int poll(EventFragmentHandler handler, int limit);

    /** {@return the position behind the last event that was handed on} */
    long position();

    /** {@return whether it can read no further; why is in {@link #failure()}; it has to be closed and opened anew} */
    boolean isFailed();

    /** {@return why it failed, "" if it did not} */
    String failure();

    @Override
    void close();
}
