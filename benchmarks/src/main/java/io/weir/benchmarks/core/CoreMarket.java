package io.weir.benchmarks.core;

import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.SetRoutingPolicy;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import java.util.ArrayList;
import java.util.List;

/** What the core is told before it trades, sized as in the demo's profile: one instrument at several venues, one rich client. */
final class CoreMarket {
    static final String SYMBOL = "BTC-USD";
    static final String ACCOUNT = "ACC-CLIENT";
    static final String CLIENT = "CLIENT";
    static final int PRICE_SCALE = 2;
    static final int QTY_SCALE = 6;

    /** Between bid and offer of every venue, at {@link #PRICE_SCALE}. */
    static final long MIDDLE_PX = 5_000_000;

    private static final int LEVELS = 10;
    private static final int MANY = 10_000_000;
    private static final Decimal FUNDS = Decimals.parse("10000000000");
    private static final Decimal LEVEL_QTY = Decimals.parse("2");

    private CoreMarket() {}

    static String venue(final int venueId) {
        return "VENUE" + venueId;
    }

    /** {@return reference data, in the order in which it has to be said} */
    static List<Command> definitions(final int venues) {
        final List<Command> all = new ArrayList<>();
        final Decimal tick = Decimals.parse("0.01");
        final Decimal lot = Decimals.parse("0.00001");
        final Decimal least = Decimals.parse("1");
        all.add(new DefineInstrument(
                SYMBOL, "BTC", "USD", PRICE_SCALE, QTY_SCALE, tick, lot, lot, Decimals.parse("1000"), least, 1_000));
        all.add(new DefineAccount(ACCOUNT, MANY, Decimals.parse("10000000")));
        all.add(new DefineFixSession(CLIENT, ACCOUNT, List.of(ACCOUNT), 0, 3_600_000_000_000L));
        for (int id = 1; id <= venues; id++) {
            all.add(new DefineVenue(venue(id), true, 200, 400, MANY));
            all.add(new DefineListing(venue(id), SYMBOL, tick, lot, lot, least));
            all.add(new AdjustBalance(ACCOUNT, venue(id), "USD", FUNDS, "usd-" + id));
            all.add(new AdjustBalance(ACCOUNT, venue(id), "BTC", Decimals.parse("1000000"), "btc-" + id));
        }
        all.add(new SetRoutingPolicy(4_000, 2_000, 3_000, 1_000, 2, 3));
        return all;
    }

    static VenueStatus status(final int venueId) {
        return new VenueStatus(venueId, VenueState.UP, venueId * 1_000_000L, 10_000, "");
    }

    /** {@return a book of ten levels a side around the middle} */
    static VenueQuotes quotes(final int venueId) {
        final List<PriceLevel> bids = new ArrayList<>();
        final List<PriceLevel> asks = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            bids.add(new PriceLevel(new Decimal(MIDDLE_PX - level, PRICE_SCALE), LEVEL_QTY));
            asks.add(new PriceLevel(new Decimal(MIDDLE_PX + level, PRICE_SCALE), LEVEL_QTY));
        }
        return new VenueQuotes(venueId, List.of(new VenueQuote(SYMBOL, true, bids, asks)));
    }
}
