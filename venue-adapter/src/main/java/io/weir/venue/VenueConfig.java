package io.weir.venue;

import io.weir.config.ConfigException;
import io.weir.config.Settings;
import io.weir.protocol.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every venue is told by settings, whatever its kind; addresses and credentials are with the adapter's own config.
 * Checks itself and names every fault.
 *
 * @param name               of the venue, as the core knows it.
 * @param kind               which adapter, for example {@code fix44} or {@code binance}.
 * @param symbols            ours to the venue's own.
 * @param rateLimit          of the account.
 * @param answerTimeoutNs    a send without an answer for so long is in doubt, ns.
 * @param visibilityWindowNs how long after a send the venue may not yet show the order, ns: only then does "absent" count.
 * @param queryIntervalNs    between two questions for the same order, ns; it backs off to 16 times this.
 * @param quoteIntervalNs    between two batches of quotes, ns.
 * @param maxUnanswered      new orders on their way to the venue without a word about them; the rest waits here.
 * @param maxOpenOrders      orders of ours that the agent follows at once; beyond it they are refused as not sent.
 */
public record VenueConfig(
        String name,
        String kind,
        VenueSymbols symbols,
        RateLimit rateLimit,
        long answerTimeoutNs,
        long visibilityWindowNs,
        long queryIntervalNs,
        long quoteIntervalNs,
        int maxUnanswered,
        int maxOpenOrders) {
    /** A venue that has not answered by then is asked. */
    public static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofSeconds(2);

    /** Matching engines show an order to queries within this, as far as venues document it; each can be set. */
    public static final Duration DEFAULT_VISIBILITY_WINDOW = Duration.ofSeconds(5);

    /** Quick enough for a client that waits, slow enough for any venue's query limit. */
    public static final Duration DEFAULT_QUERY_INTERVAL = Duration.ofMillis(500);

    /** Ten batches a second keep the log small; the core needs no more to judge collars and routes. */
    public static final Duration DEFAULT_QUOTE_INTERVAL = Duration.ofMillis(100);

    /** Enough to keep a venue busy over a round trip of 100 ms at 10,000 orders a second; few to be in doubt. */
    public static final int DEFAULT_MAX_UNANSWERED = 1_024;

    /** Orders followed: some hundred bytes each. */
    public static final int DEFAULT_MAX_OPEN_ORDERS = 1_000_000;

    public VenueConfig {
        final List<String> faults = new ArrayList<>();
        check(faults, CeasedVenues.faultOf(name) == null, "name: " + CeasedVenues.faultOf(name));
        check(faults, CeasedVenues.faultOf(kind) == null, "kind: " + CeasedVenues.faultOf(kind));
        check(
                faults,
                name.matches("[A-Za-z0-9._-]{1," + Bounds.MAX_NAME_LENGTH + "}"),
                "name: '" + name + "' is not 1 to " + Bounds.MAX_NAME_LENGTH + " of A-Z a-z 0-9 . _ -");
        check(faults, !symbols.ours().isEmpty(), "symbols: none is given");
        check(faults, rateLimit.weight() > 0, "rate.weight: " + rateLimit.weight() + " is below 1");
        check(faults, rateLimit.intervalNs() > 0, "rate.interval: is not above 0");
        check(
                faults,
                rateLimit.reservedBps() >= 0 && rateLimit.reservedBps() <= 9_000,
                "rate.reserved-bps: " + rateLimit.reservedBps() + " is not within 0 to 9000");
        check(faults, answerTimeoutNs > 0, "answer-timeout: is not above 0");
        check(faults, visibilityWindowNs >= 0, "visibility-window: is below 0");
        check(faults, queryIntervalNs > 0, "query-interval: is not above 0");
        check(faults, quoteIntervalNs > 0, "quote-interval: is not above 0");
        check(faults, maxUnanswered > 0, "max-unanswered: " + maxUnanswered + " is below 1");
        check(faults, maxOpenOrders > 0, "max-open-orders: " + maxOpenOrders + " is below 1");
        if (!faults.isEmpty()) {
            throw new ConfigException("venue " + name, faults);
        }
    }

    /**
     * Reads the part of one venue's section that every kind of venue has. Faults are noted in the section; where there are
     * any, the answer is a harmless one that is never used, because {@link Settings#check} throws.
     *
     * @param venue the section.
     * @return the config.
     */
    public static VenueConfig read(final Settings venue) {
        final String name = venue.text("name");
        final String kind = venue.text("kind");
        final Map<String, String> symbols = new TreeMap<>();
        for (final Settings symbol : venue.sections("symbols")) {
            symbols.put(symbol.text("symbol"), symbol.text("venue-symbol"));
        }
        final Settings rate = venue.section("rate");
        final RateLimit rateLimit = new RateLimit(
                rate.number("weight", 1, 1_000_000_000, 1_000),
                rate.duration("interval", Duration.ofSeconds(1)).toNanos(),
                rate.integer("reserved-bps", 0, 9_000, RateLimit.DEFAULT_RESERVED_BPS));
        try {
            return new VenueConfig(
                    name,
                    kind,
                    new VenueSymbols(symbols),
                    rateLimit,
                    nanos(venue, "answer-timeout", DEFAULT_ANSWER_TIMEOUT),
                    nanos(venue, "visibility-window", DEFAULT_VISIBILITY_WINDOW),
                    nanos(venue, "query-interval", DEFAULT_QUERY_INTERVAL),
                    nanos(venue, "quote-interval", DEFAULT_QUOTE_INTERVAL),
                    venue.integer("max-unanswered", 1, 10_000_000, DEFAULT_MAX_UNANSWERED),
                    venue.integer("max-open-orders", 1, 10_000_000, DEFAULT_MAX_OPEN_ORDERS));
        } catch (final ConfigException e) {
            e.faults().forEach(fault -> noteIn(venue, fault));
        } catch (final IllegalArgumentException e) {
            venue.fault("symbols", e.getMessage());
        }
        return of("FAULTY", "none", Map.of("FAULTY", "FAULTY"));
    }

    /**
     * A config with every default.
     *
     * @param name    of the venue.
     * @param kind    which adapter.
     * @param symbols ours to the venue's own.
     * @return the config: 1,000 requests a second.
     */
    public static VenueConfig of(final String name, final String kind, final Map<String, String> symbols) {
        return new VenueConfig(
                name,
                kind,
                new VenueSymbols(symbols),
                new RateLimit(1_000, Duration.ofSeconds(1).toNanos(), RateLimit.DEFAULT_RESERVED_BPS),
                DEFAULT_ANSWER_TIMEOUT.toNanos(),
                DEFAULT_VISIBILITY_WINDOW.toNanos(),
                DEFAULT_QUERY_INTERVAL.toNanos(),
                DEFAULT_QUOTE_INTERVAL.toNanos(),
                DEFAULT_MAX_UNANSWERED,
                DEFAULT_MAX_OPEN_ORDERS);
    }

    private static long nanos(final Settings venue, final String key, final Duration absent) {
        return venue.duration(key, absent).toNanos();
    }

    private static void noteIn(final Settings venue, final String fault) {
        final int colon = fault.indexOf(": ");
        venue.fault(fault.substring(0, colon), fault.substring(colon + 2));
    }

    private static void check(final List<String> faults, final boolean right, final String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
