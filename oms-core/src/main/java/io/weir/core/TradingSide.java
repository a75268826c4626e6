package io.weir.core;

import io.weir.core.session.ClientRequests;
import io.weir.core.session.SessionDirectory;
import io.weir.core.session.SessionOutbox;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.protocol.event.EdgeStarted;

/** What the frame of gates, clocks and sessions needs of the side that trades. */
interface TradingSide extends ClientRequests, Snapshotable {
    /**
     * Finds a venue.
     *
     * @param name of the venue.
     * @return its id, 0 if it is not defined.
     */
    int venueId(String name);

    /** Tells a venue edge where its venue stands, right behind its EdgeStarted. */
    void onEdgeStarted(EdgeStarted started);

    /**
     * Goes on with what waits, a few hundred events at most.
     *
     * @return whether more is waiting.
     */
    boolean onTick();

    /** {@return how many venues are defined; their ids are 1 to this} */
    default int venues() {
        return 0;
    }

    /**
     * Goes on writing the tail of a snapshot.
     *
     * @param most things that are written.
     * @return whether anything is left.
     */
    default boolean writeOn(final int most) {
        return false;
    }

    /**
     * Raises every counter of ids beyond what a lost past may have given out.
     *
     * @param by so many ids.
     */
    default void raiseIds(final long by) {}

    /** Makes the trading side when the frame stands. */
    @FunctionalInterface
    interface Factory {
        TradingSide create(Outbox outbox, CoreClock clock, SessionOutbox sessionOutbox, SessionDirectory sessions);
    }
}
