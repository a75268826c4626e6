package io.weir.protocol.command;

import java.util.List;

/**
 * The top of one book.
 *
 * @param symbol ours.
 * @param live   false: the book is not to be trusted (gap, resync, stale); there are no levels then.
 * @param bids   best first, at most {@link io.weir.protocol.Bounds#MAX_QUOTE_LEVELS}.
 * @param asks   best first, likewise.
 */
public record VenueQuote(String symbol, boolean live, List<PriceLevel> bids, List<PriceLevel> asks) {
    public VenueQuote {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
