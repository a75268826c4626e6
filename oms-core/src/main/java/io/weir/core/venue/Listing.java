package io.weir.core.venue;

import io.weir.core.refdata.Instrument;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.fix.Side;
import io.weir.sor.BookSide;
import io.weir.sor.VenueRules;

/** An instrument at a venue: its rules there and the top of its book. One object for the life of the node. */
public final class Listing implements Snapshotable {
    private final Venue venue;
    private final Instrument instrument;
    private final BookSide bids = new BookSide();
    private final BookSide asks = new BookSide();
    private VenueRules rules;

    Listing(final Venue venue, final Instrument instrument) {
        this.venue = venue;
        this.instrument = instrument;
    }

    /** {@return where} */
    public Venue venue() {
        return venue;
    }

    /** {@return what} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return what the venue takes, with its fees} */
    public VenueRules rules() {
        return rules;
    }

    /** {@return the bids, best first; none unless the book is live} */
    public BookSide bids() {
        return bids;
    }

    /** {@return the asks, best first; none unless the book is live} */
    public BookSide asks() {
        return asks;
    }

    /** {@return what an order of that side trades with} */
    public BookSide opposite(final Side side) {
        return side == Side.BUY ? asks : bids;
    }

    void clearBook() {
        bids.clear();
        asks.clear();
    }

    void rules(final VenueRules newRules) {
        rules = newRules;
    }

    void fees(final int makerFeePpm, final int takerFeePpm) {
        rules = new VenueRules(
                rules.tickSize(), rules.lotSize(), rules.minQty(), rules.minNotional(), makerFeePpm, takerFeePpm);
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(rules.tickSize());
        snapshot.putLong(rules.lotSize());
        snapshot.putLong(rules.minQty());
        snapshot.putLong(rules.minNotional());
        put(snapshot, bids);
        put(snapshot, asks);
    }

    private static void put(final SnapshotWriter snapshot, final BookSide side) {
        snapshot.putInt(side.levels());
        for (int i = 0; i < side.levels(); i++) {
            snapshot.putLong(side.px(i));
            snapshot.putLong(side.qty(i));
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        rules = new VenueRules(
                snapshot.getLong(),
                snapshot.getLong(),
                snapshot.getLong(),
                snapshot.getLong(),
                venue.makerFeePpm(),
                venue.takerFeePpm());
        get(snapshot, bids);
        get(snapshot, asks);
    }

    private static void get(final SnapshotReader snapshot, final BookSide side) {
        for (int i = snapshot.getInt(); i > 0; i--) {
            final long px = snapshot.getLong();
            side.add(px, snapshot.getLong());
        }
    }
}
