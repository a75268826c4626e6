package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.sbe.VenueQuotesDecoder;
import io.weir.protocol.sbe.VenueQuotesEncoder;
import io.weir.protocol.sbe.VenueStatusDecoder;
import io.weir.protocol.sbe.VenueStatusEncoder;
import java.util.List;

/** How venues are, and what they quote. */
final class MarketCommandCodec {
    private final VenueStatusEncoder venueStatusEncoder = new VenueStatusEncoder();
    private final VenueStatusDecoder venueStatusDecoder = new VenueStatusDecoder();
    private final VenueQuotesEncoder venueQuotesEncoder = new VenueQuotesEncoder();
    private final VenueQuotesDecoder venueQuotesDecoder = new VenueQuotesDecoder();

    void encode(final MessageTarget out, final VenueStatus command) {
        final VenueStatusEncoder to =
                venueStatusEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        to.state((byte) command.state().code());
        to.latencyNs(command.latencyNs());
        to.reliabilityBps(command.reliabilityBps());
        out.limit(to.limit());
        out.text("text", command.text());
    }

    VenueStatus decodeVenueStatus(final MessageSource in) {
        final VenueStatusDecoder from = venueStatusDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new VenueStatus(
                from.venueId(), VenueState.of(from.state()), from.latencyNs(), from.reliabilityBps(), in.text());
    }

    void encode(final MessageTarget out, final VenueQuotes command) {
        final VenueQuotesEncoder to =
                venueQuotesEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.venueId(command.venueId());
        out.limit(to.limit());
        encodeQuotes(out, to, command.quotes());
    }

    VenueQuotes decodeVenueQuotes(final MessageSource in) {
        final VenueQuotesDecoder from = venueQuotesDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        final List<VenueQuote> quotes = decodeQuotes(in, from);
        return new VenueQuotes(from.venueId(), quotes);
    }

    private static void encodeQuotes(
            final MessageTarget out, final VenueQuotesEncoder to, final List<VenueQuote> quotes) {
        final VenueQuotesEncoder.QuotesEncoder group =
                to.quotesCount(Fields.count("quotes", quotes.size(), Bounds.MAX_QUOTES));
        for (int i = 0; i < quotes.size(); i++) {
            group.next();
            encodeQuote(out, to, group, quotes.get(i));
        }
        out.limit(to.limit());
    }

    private static List<VenueQuote> decodeQuotes(final MessageSource in, final VenueQuotesDecoder from) {
        final VenueQuotesDecoder.QuotesDecoder group = from.quotes();
        final VenueQuote[] quotes = new VenueQuote[group.count()];
        for (int i = 0; i < quotes.length; i++) {
            group.next();
            quotes[i] = decodeQuote(in, from, group);
        }
        in.limit(from.limit());
        return List.of(quotes);
    }

    private static void encodeQuote(
            final MessageTarget out,
            final VenueQuotesEncoder to,
            final VenueQuotesEncoder.QuotesEncoder group,
            final VenueQuote quote) {
        group.live(Fields.flag(quote.live()));
        final VenueQuotesEncoder.QuotesEncoder.BidsEncoder bids =
                group.bidsCount(Fields.count("bids", quote.bids().size(), Bounds.MAX_QUOTE_LEVELS));
        for (int i = 0; i < quote.bids().size(); i++) {
            final PriceLevel level = quote.bids().get(i);
            bids.next();
            Fields.decimal(bids.price(), level.price());
            Fields.decimal(bids.qty(), level.qty());
        }
        final VenueQuotesEncoder.QuotesEncoder.AsksEncoder asks =
                group.asksCount(Fields.count("asks", quote.asks().size(), Bounds.MAX_QUOTE_LEVELS));
        for (int i = 0; i < quote.asks().size(); i++) {
            final PriceLevel level = quote.asks().get(i);
            asks.next();
            Fields.decimal(asks.price(), level.price());
            Fields.decimal(asks.qty(), level.qty());
        }
        out.limit(to.limit());
        out.name("symbol", quote.symbol()); // Symbol(55)
        to.limit(out.limit());
    }

    private static VenueQuote decodeQuote(
            final MessageSource in, final VenueQuotesDecoder from, final VenueQuotesDecoder.QuotesDecoder group) {
        final boolean live = Fields.flag(group.live());
        final VenueQuotesDecoder.QuotesDecoder.BidsDecoder bidsGroup = group.bids();
        final PriceLevel[] bids = new PriceLevel[bidsGroup.count()];
        for (int i = 0; i < bids.length; i++) {
            bidsGroup.next();
            bids[i] = new PriceLevel(Fields.decimal(bidsGroup.price()), Fields.decimal(bidsGroup.qty()));
        }
        final VenueQuotesDecoder.QuotesDecoder.AsksDecoder asksGroup = group.asks();
        final PriceLevel[] asks = new PriceLevel[asksGroup.count()];
        for (int i = 0; i < asks.length; i++) {
            asksGroup.next();
            asks[i] = new PriceLevel(Fields.decimal(asksGroup.price()), Fields.decimal(asksGroup.qty()));
        }
        in.limit(from.limit());
        final String symbol = in.name(); // Symbol(55)
        from.limit(in.limit());
        return new VenueQuote(symbol, live, List.of(bids), List.of(asks));
    }
}
