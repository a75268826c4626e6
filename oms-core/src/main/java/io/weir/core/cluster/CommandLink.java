package io.weir.core.cluster;

import org.agrona.DirectBuffer;

/** An edge's way to the leader's ingress. For the edge's thread; nothing here blocks. */
public interface CommandLink extends AutoCloseable {
    /**
     * One duty cycle: connects, keeps alive, hears of leaders.
     *
     * @param nowNs of the monotonic clock.
     * @return work done.
     */
    int poll(long nowNs);

    /**
     * Offers one command.
     *
     * @param buffer holds it.
     * @param offset where it begins.
     * @param length its length in bytes.
     * @return false if it was not taken: come again. True says that it left, not that it arrived.
     */
    boolean offer(DirectBuffer buffer, int offset, int length);

    /** {@return whether there is a session} */
    boolean isConnected();

    /** {@return a number that rises with each new session and each new leader, 0 before the first} */
    long generation();

    /** {@return the leadership term that the session knows of, -1 before the first session} */
    long leadershipTermId();

    @Override
    void close();
}
