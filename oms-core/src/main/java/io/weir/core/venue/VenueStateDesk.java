package io.weir.core.venue;

import io.weir.core.Outbox;
import io.weir.core.refdata.DefinitionCheck;
import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.Instruments;
import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.VenueDefined;
import io.weir.protocol.event.VenueStateChanged;
import io.weir.sor.BookSide;
import io.weir.sor.Costs;
import io.weir.sor.VenueRules;
import java.util.List;

/** Takes what defines venues and what they say of themselves: state, latency, quotes. */
public final class VenueStateDesk {
    /** A venue whose edge says nothing for so long is down: edges tell their state every second. */
    public static final long SILENCE_NS = 10_000_000_000L;

    /**
     * So long after it went away, or its edge started anew, a venue may still be given orders that can wait and have no other
     * way: most losses of a connection last a second or two.
     */
    public static final long RECOVERY_NS = 10_000_000_000L;

    private static final int MAX_FEE_PPM = 100_000;

    private final Outbox outbox;
    private final CoreClock clock;
    private final Instruments instruments;
    private final Venues venues;

    public VenueStateDesk(
            final Outbox outbox, final CoreClock clock, final Instruments instruments, final Venues venues) {
        this.outbox = outbox;
        this.clock = clock;
        this.instruments = instruments;
        this.venues = venues;
    }

    /** Takes a venue; says {@code VenueDefined} if anything changed. */
    public void onDefineVenue(final DefineVenue command) {
        final DefinitionCheck check = new DefinitionCheck();
        check.name("venue", command.name());
        check.within("makerFeePpm", command.makerFeePpm(), -MAX_FEE_PPM, MAX_FEE_PPM);
        check.within("takerFeePpm", command.takerFeePpm(), 0, MAX_FEE_PPM);
        check.within("maxOpenOrders", command.maxOpenOrders(), 0, Integer.MAX_VALUE);
        final Venue known = venues.find(command.name());
        if (known == null && venues.size() == Bounds.MAX_VENUES) {
            check.fault("venue " + command.name() + " would be one more than " + Bounds.MAX_VENUES);
        }
        if (refused(check)) {
            return;
        }
        final Venue venue = known == null ? venues.add(command.name()) : known;
        if (venue.define(command) || known == null) {
            venues.fees(venue);
            outbox.say(new VenueDefined(venue.venueId(), venue.name()));
        }
    }

    /** Takes an instrument at a venue. */
    public void onDefineListing(final DefineListing command) {
        final DefinitionCheck check = new DefinitionCheck();
        final Venue venue = venues.find(command.venue());
        final Instrument instrument = instruments.find(command.symbol());
        if (venue == null) {
            check.fault("venue " + command.venue() + " is not defined");
        }
        if (instrument == null) {
            check.fault("symbol " + command.symbol() + " is not defined");
        }
        if (refused(check)) {
            return;
        }
        final VenueRules rules = rules(command, venue, instrument, check);
        if (!refused(check)) {
            final Listing known = venues.listing(venue, instrument);
            (known == null ? venues.add(venue, instrument) : known).rules(rules);
        }
    }

    private static VenueRules rules(
            final DefineListing command, final Venue venue, final Instrument instrument, final DefinitionCheck check) {
        final long most = Costs.MAX_AMOUNT;
        return new VenueRules(
                check.scaled("tickSize", command.tickSize(), instrument.priceScale(), 1, most),
                check.scaled("lotSize", command.lotSize(), instrument.qtyScale(), 1, most),
                check.scaled("minQty", command.minQty(), instrument.qtyScale(), 0, most),
                check.scaled("minNotional", command.minNotional(), instrument.notionalScale(), 0, most),
                venue.makerFeePpm(),
                venue.takerFeePpm());
    }

    private boolean refused(final DefinitionCheck check) {
        if (!check.isSound()) {
            outbox.say(new CommandRefused(outbox.causeEdgeId(), outbox.causeSeq(), Bounds.cutText(check.fault())));
        }
        return !check.isSound();
    }

    /** Takes a venue's state; says {@code VenueStateChanged} if it is another. Books of a venue that is down are dropped. */
    public void onVenueStatus(final VenueStatus command) {
        final Venue venue = venues.find(command.venueId());
        if (venue == null) {
            outbox.say(new Alert("venue " + command.venueId(), "status of a venue that is not defined"));
            return;
        }
        venue.heard(command.latencyNs(), command.reliabilityBps(), clock.servedNs());
        change(venue, command.state(), command.text());
    }

    /** A venue's edge has started: it is down until it says otherwise. */
    public void onEdgeStarted(final Venue venue) {
        venue.breaker().onEdgeStarted();
        final long nowNs = clock.servedNs();
        if (venue.isConnected() || venue.isRecovering(nowNs)) {
            venue.recoversUntil(nowNs + RECOVERY_NS);
        }
        change(venue, VenueState.DOWN, "its edge has started and has yet to reconcile");
    }

    private void change(final Venue venue, final VenueState state, final String text) {
        if (state == VenueState.DOWN && venue.isConnected()) {
            venue.recoversUntil(clock.servedNs() + RECOVERY_NS);
        }
        if (venue.state(state)) {
            outbox.say(new VenueStateChanged(venue.venueId(), venue.name(), state, Bounds.cutText(text)));
        }
        if (state == VenueState.DOWN) {
            venues.clearBooks(venue);
        }
    }

    /** Takes the newest tops of books; no events. Symbols that the venue does not list are passed over. */
    public void onVenueQuotes(final VenueQuotes command) {
        final Venue venue = venues.find(command.venueId());
        if (venue == null) {
            return;
        }
        for (final VenueQuote quote : command.quotes()) {
            final Instrument instrument = instruments.find(quote.symbol());
            final Listing listing = instrument == null ? null : venues.listing(venue, instrument);
            if (listing != null) {
                listing.clearBook();
                if (quote.live()) {
                    fill(listing.bids(), quote.bids(), instrument, false);
                    fill(listing.asks(), quote.asks(), instrument, true);
                }
            }
        }
    }

    private static void fill(
            final BookSide side, final List<PriceLevel> levels, final Instrument instrument, final boolean asks) {
        for (final PriceLevel level : levels) {
            final long px = indicative(level.price(), instrument.priceScale(), asks);
            final long qty = indicative(level.qty(), instrument.qtyScale(), false);
            if (px > 0 && qty > 0) {
                side.add(px, qty);
            }
        }
    }

    /** A number that only indicates: digits beyond the scale are dropped to the cautious side; 0 if it is of no use. */
    private static long indicative(final Decimal number, final int scale, final boolean ceil) {
        if (!number.isPresent() || number.mantissa() <= 0) {
            return 0;
        }
        final int beyond = number.scale() - scale;
        if (beyond > 0) {
            final long unit = Decimals.powerOfTen(beyond);
            final long floor = number.mantissa() / unit;
            return ceil && number.mantissa() % unit != 0 ? floor + 1 : floor;
        }
        final long atScale = Decimals.rescale(number, scale);
        return atScale <= Costs.MAX_AMOUNT ? Math.max(0, atScale) : 0;
    }

    /** Finds venues that have fallen silent; time in which the log itself stood still does not count. */
    public void onTick() {
        for (int id = 1; id <= venues.size(); id++) {
            final Venue venue = venues.get(id);
            if (venue.state() != VenueState.DOWN && clock.servedNs() - venue.heardNs() > SILENCE_NS) {
                change(venue, VenueState.DOWN, "its edge has said nothing for " + SILENCE_NS / 1_000_000_000 + " s");
            }
        }
    }
}
