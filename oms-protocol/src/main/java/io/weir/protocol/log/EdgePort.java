package io.weir.protocol.log;

import io.weir.protocol.command.Command;

/**
 * One edge's place at the log. It asks for an epoch, numbers the commands, keeps them until the core has acknowledged
 * them and says them again when they may be lost: after a new leader, a gap, or a Pulse that does not cover them. Used by
 * one thread, the edge's own; nothing here blocks.
 */
public interface EdgePort extends AutoCloseable {
    /** What {@link #trySay} answers when nothing has happened. */
    long BACK_PRESSURED = -1;

    /**
     * Says a command.
     *
     * @param command at most {@link io.weir.protocol.Bounds#MAX_COMMAND_LENGTH} encoded.
     * @return its number; {@link #BACK_PRESSURED} if the ring is full, or no epoch is granted (yet): come again.
     */
    long trySay(Command command);

    /**
     * One duty cycle: keeps the cluster session alive, says again what may be lost, reads the journal.
     *
     * @param handler gets every event from this edge's {@code EdgeStarted} on, that one included, in order.
     * @param limit   the most events to hand on.
     * @return work done.
     */
    int poll(EventFragmentHandler handler, int limit);

    /** {@return whether an epoch is granted} */
    boolean isStarted();

    /** {@return the edge's id, 1 to 4095} */
    int edgeId();

    /** {@return the epoch granted, 0 before} */
    int epoch();

    /** {@return number of the last command that the core has surely taken} */
    long acknowledgedSeq();

    /** {@return ns since the last Pulse was read, by this machine's monotonic clock: the lease} */
    long sincePulseNs();

    /** {@return the newest cluster time seen in the journal, ns since 1970 UTC, 0 before} */
    long clusterTimeNs();

    @Override
    void close();
}
