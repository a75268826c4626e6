package io.weir.simulator;

import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.ExchangeLimits;
import io.weir.simulator.matching.Fees;
import io.weir.simulator.matching.Instrument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The venues of the demonstration: bitcoin around 50,000 and ether around 3,000 dollars in steady books, one generously funded
 * account, limits that a load test does not meet. The credentials are samples and worth nothing.
 */
public final class DemoVenues {
    /** Name of the one account at each demo venue. */
    public static final String ACCOUNT = "weir";

    /** SenderCompID(49) of the gateway at the FIX venue. */
    public static final String COMP_ID = "WEIR";

    /** Password(554) of the gateway at the FIX venue. */
    public static final String PASSWORD = "demo";

    /** API key at the Binance venue. */
    public static final String API_KEY = "demo-key";

    /** Secret of {@link #API_KEY}. */
    public static final String API_SECRET = "demo-secret";

    private static final int PRICE_SCALE = 2;
    private static final int QTY_SCALE = 5;
    private static final long LEDGER_MAX_BYTES = 16L << 30;
    private static final long SEED = 20_240_808;

    private DemoVenues() {}

    /** A FIX 4.4 venue with BTC-USD and ETH-USD. */
    public static SimulatorConfig fix(final String name, final int port, final Path dataDir) {
        return new SimulatorConfig(
                name,
                Dialect.FIX44,
                port,
                List.of(symbol("BTC-USD", "BTC", "USD", 50_000, 200), symbol("ETH-USD", "ETH", "USD", 3_000, 3_000)),
                List.of(new AccountConfig(ACCOUNT, COMP_ID, PASSWORD, funds("USD"))),
                new Fees(200, 400),
                ExchangeLimits.DEFAULT,
                RateLimits.WIDE,
                dataDir,
                LEDGER_MAX_BYTES,
                SEED,
                true);
    }

    /** A Binance Spot venue with BTCUSDT and ETHUSDT. */
    public static SimulatorConfig binance(final String name, final int port, final Path dataDir) {
        return new SimulatorConfig(
                name,
                Dialect.BINANCE,
                port,
                List.of(symbol("BTCUSDT", "BTC", "USDT", 50_000, 200), symbol("ETHUSDT", "ETH", "USDT", 3_000, 3_000)),
                List.of(new AccountConfig(ACCOUNT, API_KEY, API_SECRET, funds("USDT"))),
                new Fees(1_000, 1_000),
                ExchangeLimits.DEFAULT,
                RateLimits.WIDE,
                dataDir,
                LEDGER_MAX_BYTES,
                SEED + 1,
                true);
    }

    /**
     * Cents, lots of 0.00001, orders from 0.00001 to 9,000 and of at least one quote unit.
     *
     * @param startPrice whole quote units.
     * @param depth whole base units on each side.
     */
    private static SymbolConfig symbol(
            final String symbol, final String base, final String quote, final long startPrice, final long depth) {
        final long price = Decimals.pow10(PRICE_SCALE);
        final long qty = Decimals.pow10(QTY_SCALE);
        final Instrument instrument = new Instrument(
                symbol, base, quote, PRICE_SCALE, QTY_SCALE, 1, 1, 1, 9_000 * qty, 1_000_000 * price, 100_000_000);
        return new SymbolConfig(instrument, startPrice * price, depth * qty, null);
    }

    /** Ten billion of the quote asset, a million bitcoin, ten million ether. */
    private static Map<String, Long> funds(final String quote) {
        final long unit = 100_000_000;
        return Map.of(quote, 10_000_000_000L * unit, "BTC", 1_000_000 * unit, "ETH", 10_000_000 * unit);
    }
}
