package io.weir.protocol.command;

import java.util.List;

/**
 * The newest top of the books of one venue; newest wins, none is kept.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param quotes at most {@link io.weir.protocol.Bounds#MAX_QUOTES}.
 */
public record VenueQuotes(int venueId, List<VenueQuote> quotes) implements Command {
    public VenueQuotes {
        quotes = List.copyOf(quotes);
    }

    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueQuotes(this);
    }
}
