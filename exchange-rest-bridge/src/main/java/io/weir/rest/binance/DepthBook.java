package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.VenueQuote;
import io.weir.rest.json.Json;
import java.util.ArrayDeque;
import java.util.List;

/**
 * One symbol's book from a snapshot and the updates around it, by the venue's rule of numbers: updates that end before the
 * snapshot are dropped, the first one kept has to contain the number after it, and from then on none may be missing. Source:
 * binance-spot-api-docs, how to manage a local order book. Event loop only.
 */
final class DepthBook {
    /** Updates kept while the snapshot is on its way: ten a second, so some minutes of them. */
    static final int MAX_BUFFERED = 2_048;

    /** What an update or a snapshot has led to. */
    enum Outcome {
        /** The book is live and has changed, or may have. */
        CHANGED,
        /** Nothing to do. */
        NONE,
        /** A snapshot has to be fetched: the first one, or one after a gap. */
        SNAPSHOT_NEEDED
    }

    private final String symbol;
    private final BookSide bids = BookSide.bids();
    private final BookSide asks = BookSide.asks();
    private final ArrayDeque<JsonNode> buffered = new ArrayDeque<>();
    private BookState state = BookState.STALE;
    private long lastUpdateId;
    private long gaps;

    DepthBook(final String symbol) {
        this.symbol = symbol;
    }

    BookState state() {
        return state;
    }

    long gaps() {
        return gaps;
    }

    long lastUpdateId() {
        return lastUpdateId;
    }

    /** The stream is open: updates come from now on, and are kept until there is a snapshot. */
    void onOpen() {
        empty();
        state = BookState.RESYNCING;
    }

    /** The stream is gone. */
    void onLost() {
        empty();
        state = BookState.STALE;
    }

    private void empty() {
        bids.clear();
        asks.clear();
        buffered.clear();
        lastUpdateId = 0;
    }

    /**
     * Takes an update.
     *
     * @param update of the stream, without its wrapping.
     * @return what it has led to.
     */
    Outcome onUpdate(final JsonNode update) {
        if (state == BookState.STALE) {
            return Outcome.NONE;
        }
        if (state == BookState.LIVE) {
            return apply(update);
        }
        if (buffered.size() == MAX_BUFFERED) {
            buffered.poll();
        }
        buffered.add(update);
        if (state == BookState.GAP) {
            state = BookState.RESYNCING;
        }
        return Outcome.NONE;
    }

    /**
     * Takes a snapshot.
     *
     * @param snapshot the answer of the REST interface.
     * @return what it has led to.
     */
    Outcome onSnapshot(final JsonNode snapshot) {
        if (state != BookState.RESYNCING && state != BookState.GAP) {
            return Outcome.NONE;
        }
        final long snapshotId = Json.number(snapshot, "lastUpdateId");
        while (!buffered.isEmpty() && Json.number(buffered.peek(), "u") <= snapshotId) {
            buffered.poll();
        }
        if (!buffered.isEmpty() && Json.number(buffered.peek(), "U") > snapshotId + 1) {
            return Outcome.SNAPSHOT_NEEDED; // it is older than what we have heard
        }
        bids.clear();
        asks.clear();
        bids.apply(Json.list(snapshot, "bids"));
        asks.apply(Json.list(snapshot, "asks"));
        lastUpdateId = snapshotId;
        state = BookState.LIVE;
        Outcome outcome = Outcome.CHANGED;
        while (!buffered.isEmpty() && outcome != Outcome.SNAPSHOT_NEEDED) {
            outcome = apply(buffered.poll()) == Outcome.SNAPSHOT_NEEDED ? Outcome.SNAPSHOT_NEEDED : outcome;
        }
        return outcome;
    }

    private Outcome apply(final JsonNode update) {
        final long first = Json.number(update, "U");
        final long last = Json.number(update, "u");
        if (last <= lastUpdateId) {
            return Outcome.NONE;
        }
        if (first > lastUpdateId + 1) {
            onGap(update);
            return Outcome.SNAPSHOT_NEEDED;
        }
        bids.apply(Json.list(update, "b"));
        asks.apply(Json.list(update, "a"));
        lastUpdateId = last;
        return Outcome.CHANGED;
    }

    /** What follows the gap is kept for the next snapshot. */
    private void onGap(final JsonNode update) {
        gaps++;
        state = BookState.GAP;
        bids.clear();
        asks.clear();
        buffered.addFirst(update);
    }

    /** {@return the best levels, dead unless the book is live and its sides do not cross} */
    VenueQuote quote() {
        if (state != BookState.LIVE || bids.best(0) >= asks.best(Long.MAX_VALUE)) {
            return dead(symbol);
        }
        return new VenueQuote(symbol, true, bids.top(Bounds.MAX_QUOTE_LEVELS), asks.top(Bounds.MAX_QUOTE_LEVELS));
    }

    /** {@return what is quoted while a book is not to be trusted} */
    static VenueQuote dead(final String symbol) {
        return new VenueQuote(symbol, false, List.of(), List.of());
    }
}
