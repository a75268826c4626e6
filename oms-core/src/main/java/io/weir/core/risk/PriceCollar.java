package io.weir.core.risk;

import io.weir.core.refdata.Instrument;
import io.weir.core.venue.Listing;
import io.weir.core.venue.Venues;
import io.weir.protocol.fix.Side;
import io.weir.sor.BookSide;
import io.weir.sor.RoutingPolicy;

/**
 * How far an order may reach beyond the best opposite quote of all venues. A limit price beyond it is refused. A market
 * order goes to venues as an immediate limit at it, so that it trades no worse; without a live quote a market order cannot
 * be judged and is refused, a limit order is its own bound and passes.
 */
public final class PriceCollar {
    /** There is no live quote. */
    public static final long NO_QUOTE = 0;

    /** What a market order may cost beyond the best quote where the instrument has no collar: money has to be set aside. */
    public static final int HEADROOM_BPS = 1_000;

    private final Venues venues;

    public PriceCollar(final Venues venues) {
        this.venues = venues;
    }

    /**
     * Finds the best price that an order of that side could trade at.
     *
     * @return at priceScale, fees aside; {@link #NO_QUOTE} if no venue has a live one.
     */
    public long bestOpposite(final Instrument instrument, final Side side) {
        long best = NO_QUOTE;
        for (final Listing listing : venues.listings(instrument)) {
            final BookSide book = listing.opposite(side);
            if (book.levels() > 0) {
                final long px = book.px(0);
                best = best == NO_QUOTE || (side == Side.BUY ? px < best : px > best) ? px : best;
            }
        }
        return best;
    }

    /**
     * The worst price within the collar.
     *
     * @param best from {@link #bestOpposite}, not {@link #NO_QUOTE}.
     * @return at priceScale, above 0: the highest for a buy, the lowest for a sell.
     */
    public long worst(final Instrument instrument, final Side side, final long best) {
        final int collarBps = instrument.rules().collarBps();
        final int bps = collarBps == 0 ? HEADROOM_BPS : collarBps;
        final int whole = RoutingPolicy.WHOLE;
        final long reach = best / whole * bps + best % whole * bps / whole;
        return Math.max(1, side == Side.BUY ? best + reach : best - reach);
    }
}
