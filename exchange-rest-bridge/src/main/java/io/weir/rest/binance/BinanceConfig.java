package io.weir.rest.binance;

import io.weir.config.ConfigException;
import io.weir.config.Secret;
import io.weir.config.Settings;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.rest.http.Endpoint;
import io.weir.venue.VenueConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the adapter needs beyond {@link io.weir.venue.VenueConfig}: where the venue is, who we are there, how long to wait.
 * Checks itself and names every fault.
 *
 * @param rest           the REST interface, for example {@code https://api.binance.com}.
 * @param wsApi          the WebSocket API, for example {@code wss://ws-api.binance.com:443/ws-api/v3}.
 * @param stream         the market-data streams, for example {@code wss://stream.binance.com:9443}.
 * @param apiKey         names the account's key.
 * @param apiSecret      signs; HMAC-SHA-256.
 * @param recvWindowMs   how old a request may be when the venue works it, ms, 1 to 60,000: it bounds how long an order may
 *                       stay unknown.
 * @param connectTimeoutMs ms to make a connection.
 * @param requestTimeoutMs ms without an answer after which a request counts as unanswered.
 * @param silenceMs      ms without a sign of life after which a WebSocket counts as lost, and its books as stale.
 * @param connections    requests at once, each on a connection of its own, 4 to 256.
 * @param depthLimit     levels a side of a book's snapshot, 10 to 5,000.
 * @param reportCapacity reports that may wait for the agent.
 * @param rules          what our settings say of the symbols, to be compared with the venue's own filters.
 */
public record BinanceConfig(
        Endpoint rest,
        Endpoint wsApi,
        Endpoint stream,
        Secret apiKey,
        Secret apiSecret,
        long recvWindowMs,
        long connectTimeoutMs,
        long requestTimeoutMs,
        long silenceMs,
        int connections,
        int depthLimit,
        int reportCapacity,
        List<ListingRule> rules) {
    /** Small, because an order without an answer is unknown at least that long; a round trip takes a tenth of it. */
    public static final Duration DEFAULT_RECV_WINDOW = Duration.ofSeconds(2);

    /** A connection across the world takes a third of a second with TLS. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** The agent asks for an order long before; this only gives the connection back. */
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(5);

    /** Three pings; a venue that answers none of them in this time is not there. */
    public static final Duration DEFAULT_SILENCE = Duration.ofSeconds(5);

    /** At 30 ms a round trip some 1,000 orders a second, far above what the venue allows an account. */
    public static final int DEFAULT_CONNECTIONS = 32;

    /** A snapshot of 5,000 costs five times the request weight, and ten levels are quoted. */
    public static final int DEFAULT_DEPTH_LIMIT = 1_000;

    /** How long the venue itself waits for its engine. Source: binance-spot-api-docs, error -1007. */
    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(10);

    /** Some seconds of heavy trading. */
    public static final int DEFAULT_REPORT_CAPACITY = 65_536;

    public BinanceConfig {
        rules = List.copyOf(rules);
        final List<String> faults = new ArrayList<>();
        check(faults, !apiKey.reveal().isEmpty(), "api-key: is empty");
        check(faults, !apiSecret.reveal().isEmpty(), "api-secret: is empty");
        check(faults, within(recvWindowMs, 1, 60_000), "recv-window: " + recvWindowMs + " ms is not within 1ms to 60s");
        check(faults, within(connectTimeoutMs, 1, 60_000), "connect-timeout: is not within 1ms to 60s");
        check(faults, within(requestTimeoutMs, 1, 60_000), "request-timeout: is not within 1ms to 60s");
        check(faults, within(silenceMs, 30, 60_000), "silence: " + silenceMs + " ms is not within 30ms to 60s");
        check(faults, within(connections, 4, 256), "connections: " + connections + " is not within 4 to 256");
        check(faults, within(depthLimit, 10, 5_000), "depth-limit: " + depthLimit + " is not within 10 to 5000");
        check(faults, reportCapacity >= 2, "report-queue: " + reportCapacity + " is below 2");
        if (!faults.isEmpty()) {
            throw new ConfigException("binance", faults);
        }
    }

    /**
     * A config with every default.
     *
     * @param restUrl   address of the REST interface.
     * @param wsApiUrl  address of the WebSocket API.
     * @param streamUrl address of the market-data streams.
     * @param apiKey    names the account's key.
     * @param apiSecret signs.
     * @return the config.
     */
    public static BinanceConfig of(
            final String restUrl,
            final String wsApiUrl,
            final String streamUrl,
            final Secret apiKey,
            final Secret apiSecret) {
        return new BinanceConfig(
                Endpoint.parse(restUrl),
                Endpoint.parse(wsApiUrl),
                Endpoint.parse(streamUrl),
                apiKey,
                apiSecret,
                DEFAULT_RECV_WINDOW.toMillis(),
                DEFAULT_CONNECT_TIMEOUT.toMillis(),
                DEFAULT_REQUEST_TIMEOUT.toMillis(),
                DEFAULT_SILENCE.toMillis(),
                DEFAULT_CONNECTIONS,
                DEFAULT_DEPTH_LIMIT,
                DEFAULT_REPORT_CAPACITY,
                List.of());
    }

    /**
     * Reads one venue's section. Faults are noted in the section; where there are any, the answer is a harmless one that is
     * never used, because {@link Settings#check} throws.
     *
     * @param venue      the section.
     * @param allowPlain whether a secret may stand in the settings themselves.
     * @return the config.
     */
    public static BinanceConfig read(final Settings venue, final boolean allowPlain) {
        final Secret none = Secret.of("-");
        final BinanceConfig harmless = of("https://127.0.0.1", "wss://127.0.0.1", "wss://127.0.0.1", none, none);
        final Endpoint rest = endpoint(venue, "rest-url", harmless.rest);
        final Endpoint wsApi = endpoint(venue, "ws-api-url", harmless.wsApi);
        final Endpoint stream = endpoint(venue, "stream-url", harmless.stream);
        checkVisibility(venue);
        try {
            return new BinanceConfig(
                    rest,
                    wsApi,
                    stream,
                    venue.secret("api-key", allowPlain),
                    venue.secret("api-secret", allowPlain),
                    millis(venue, "recv-window", DEFAULT_RECV_WINDOW),
                    millis(venue, "connect-timeout", DEFAULT_CONNECT_TIMEOUT),
                    millis(venue, "request-timeout", DEFAULT_REQUEST_TIMEOUT),
                    millis(venue, "silence", DEFAULT_SILENCE),
                    venue.integer("connections", 4, 256, DEFAULT_CONNECTIONS),
                    venue.integer("depth-limit", 10, 5_000, DEFAULT_DEPTH_LIMIT),
                    venue.integer("report-queue", 1_024, 1_048_576, DEFAULT_REPORT_CAPACITY),
                    readRules(venue));
        } catch (final ConfigException e) {
            e.faults().forEach(fault -> noteIn(venue, fault));
            return harmless;
        }
    }

    /**
     * "Not known" may be believed only when a request can no longer be on its way to the engine: it is checked against its
     * window just before, and the venue gives up waiting for the engine after 10 s (binance-spot-api-docs, timing security
     * and error -1007).
     */
    private static void checkVisibility(final Settings venue) {
        final Duration least =
                venue.duration("recv-window", DEFAULT_RECV_WINDOW).plus(ENGINE_PATIENCE);
        final Duration given = venue.duration("visibility-window", VenueConfig.DEFAULT_VISIBILITY_WINDOW);
        if (given.compareTo(least) < 0) {
            venue.fault(
                    "visibility-window",
                    given.toMillis() + "ms is below " + least.toMillis()
                            + "ms: recv-window and 10s for the venue's engine");
        }
    }

    /**
     * Reads what a venue's section says of its symbols.
     *
     * @param venue the section.
     * @return one for each symbol.
     */
    public static List<ListingRule> readRules(final Settings venue) {
        final List<ListingRule> rules = new ArrayList<>();
        for (final Settings symbol : venue.sections("symbols")) {
            rules.add(new ListingRule(
                    symbol.text("symbol"),
                    decimal(symbol, "tick"),
                    decimal(symbol, "lot"),
                    decimal(symbol, "min-qty"),
                    decimal(symbol, "min-notional")));
        }
        return rules;
    }

    /** {@return the same with other rules} */
    public BinanceConfig withRules(final List<ListingRule> others) {
        return new BinanceConfig(
                rest,
                wsApi,
                stream,
                apiKey,
                apiSecret,
                recvWindowMs,
                connectTimeoutMs,
                requestTimeoutMs,
                silenceMs,
                connections,
                depthLimit,
                reportCapacity,
                others);
    }

    private static Decimal decimal(final Settings settings, final String key) {
        return settings.has(key) ? Decimals.parse(settings.decimal(key, "0")) : Decimal.ABSENT;
    }

    private static Endpoint endpoint(final Settings venue, final String key, final Endpoint harmless) {
        final String url = venue.text(key);
        if (url.isEmpty()) {
            return harmless;
        }
        try {
            return Endpoint.parse(url);
        } catch (final IllegalArgumentException e) {
            venue.fault(key, e.getMessage());
            return harmless;
        }
    }

    private static long millis(final Settings venue, final String key, final Duration absent) {
        return venue.duration(key, absent).toMillis();
    }

    private static void noteIn(final Settings venue, final String fault) {
        final int colon = fault.indexOf(": ");
        venue.fault(fault.substring(0, colon), fault.substring(colon + 2));
    }

    private static boolean within(final long value, final long min, final long max) {
        return value >= min && value <= max;
    }

    private static void check(final List<String> faults, final boolean right, final String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
