package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.venue.book.BookState;
import io.weir.venue.book.OrderBook;
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
        /** A snapshot has to be fetched: numbers are missing, or the sides cross, so that some must have been. */
        SNAPSHOT_NEEDED
    }

    private final OrderBook book;
    private final ArrayDeque<JsonNode> buffered = new ArrayDeque<>();
    private boolean open;
    private boolean following;
    private long lastUpdateId;
    private long gaps;

    /** Makes one that is stale. Whether the connection lives is for the stream to judge: a quiet market is no dead one. */
    DepthBook(final String symbol) {
        this.book = new OrderBook(symbol, Long.MAX_VALUE);
    }

    BookState state() {
        return open ? book.state(0) : BookState.STALE;
    }

    long gaps() {
        return gaps;
    }

    long lastUpdateId() {
        return lastUpdateId;
    }

    /** The stream is open: updates come from now on, and are kept until there is a snapshot. */
    void onOpen() {
        forget();
        open = true;
    }

    /** The stream is gone. */
    void onLost() {
        forget();
        open = false;
    }

    private void forget() {
        book.reset();
        buffered.clear();
        following = false;
        lastUpdateId = 0;
    }

    /**
     * Takes an update.
     *
     * @param update of the stream, without its wrapping.
     * @return what it has led to.
     */
    Outcome onUpdate(final JsonNode update) {
        if (!open) {
            return Outcome.NONE;
        }
        if (following) {
            return apply(update);
        }
        if (buffered.size() == MAX_BUFFERED) {
            buffered.poll();
        }
        buffered.add(update);
        return Outcome.NONE;
    }

    /**
     * Takes a snapshot.
     *
     * @param snapshot the answer of the REST interface.
     * @return what it has led to.
     */
    Outcome onSnapshot(final JsonNode snapshot) {
        if (!open || following) {
            return Outcome.NONE;
        }
        final long snapshotId = Json.number(snapshot, "lastUpdateId");
        while (!buffered.isEmpty() && Json.number(buffered.peek(), "u") <= snapshotId) {
            buffered.poll();
        }
        if (!buffered.isEmpty() && Json.number(buffered.peek(), "U") > snapshotId + 1) {
            return Outcome.SNAPSHOT_NEEDED; // it is older than what we have heard
        }
        book.onSnapshotBegin();
        set(Side.BUY, Json.list(snapshot, "bids"));
        set(Side.SELL, Json.list(snapshot, "asks"));
        book.onSnapshotEnd(0);
        lastUpdateId = snapshotId;
        following = true;
        while (following && !buffered.isEmpty()) {
            apply(buffered.poll());
        }
        return following ? Outcome.CHANGED : Outcome.SNAPSHOT_NEEDED;
    }

    private Outcome apply(final JsonNode update) {
        final long first = Json.number(update, "U");
        final long last = Json.number(update, "u");
        if (last <= lastUpdateId) {
            return Outcome.NONE;
        }
        if (first > lastUpdateId + 1) {
            buffered.addFirst(update); // the next snapshot may begin before it
            return gap();
        }
        set(Side.BUY, Json.list(update, "b"));
        set(Side.SELL, Json.list(update, "a"));
        lastUpdateId = last;
        return book.state(0) == BookState.GAP ? gap() : Outcome.CHANGED;
    }

    private Outcome gap() {
        gaps++;
        following = false;
        book.onGap();
        return Outcome.SNAPSHOT_NEEDED;
    }

    /** Takes a list of {@code [price, quantity]}: quantities are absolute, zero removes the level. */
    private void set(final Side side, final JsonNode levels) {
        for (final JsonNode level : levels) {
            if (level.size() < 2) {
                throw new JsonFault("a level without price and quantity");
            }
            final Decimal price = Json.decimal(level.get(0));
            final Decimal qty = Json.decimal(level.get(1));
            if (price.mantissa() <= 0 || qty.mantissa() < 0) {
                throw new JsonFault("level " + price + " " + qty + " is out of range");
            }
            book.set(side, price, qty);
        }
    }

    /** {@return the best levels; dead, and without levels, unless the book is live} */
    VenueQuote quote() {
        return book.quote(0);
    }

    /** {@return what is quoted while a book is not to be trusted} */
    static VenueQuote dead(final String symbol) {
        return new VenueQuote(symbol, false, List.of(), List.of());
    }
}
