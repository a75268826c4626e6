package io.weir.rest.binance;

import java.util.function.LongSupplier;

/**
 * Notices a user stream that is connected and answers pings but tells nothing: whatever the venue takes by request it tells
 * on the stream too, so an order that was taken and is not told of in time proves the stream deaf. One order at a time is
 * watched. Event loop only.
 */
final class StreamWatch {
    private static final long NONE = -1;

    private final long patienceNs;
    private final LongSupplier nanoClock;
    private long watched = NONE;
    private long sinceNs;

    StreamWatch(final long patienceNs, final LongSupplier nanoClock) {
        this.patienceNs = patienceNs;
        this.nanoClock = nanoClock;
    }

    /** The stream begins anew. */
    void reset() {
        watched = NONE;
    }

    /** A request was answered: the order lives, and the stream has not told of it yet. */
    void onTaken(final long venueOrderId) {
        if (watched == NONE) {
            watched = venueOrderId;
            sinceNs = nanoClock.getAsLong();
        }
    }

    /** The stream has told of an order. */
    void onTold(final long venueOrderId) {
        if (watched == venueOrderId) {
            watched = NONE;
        }
    }

    /** {@return the order that the stream should have told of long ago, below zero if there is none} */
    long overdue() {
        return watched != NONE && nanoClock.getAsLong() - sinceNs > patienceNs ? watched : NONE;
    }
}
