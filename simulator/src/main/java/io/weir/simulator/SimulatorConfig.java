package io.weir.simulator;

import io.weir.simulator.market.Recording;
import io.weir.simulator.matching.ExchangeLimits;
import io.weir.simulator.matching.Fees;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of one simulated venue. Immutable; checked when made. It always listens on 127.0.0.1 only.
 *
 * @param name the venue's own name: FIX SenderCompID(49), log lines, control port paths.
 * @param dialect the protocol.
 * @param port where it listens; 0 takes a free one.
 * @param symbols at least one.
 * @param accounts at least one.
 * @param fees on what an order receives.
 * @param limits of the matching engine.
 * @param rateLimits looked at by the Binance dialect only.
 * @param dataDir where ledger and FIX session state are kept; made if missing. One venue only.
 * @param ledgerMaxBytes beyond this size of the ledger new orders are refused.
 * @param seed of market movement and fault chances.
 * @param strict whether each FIX message is first checked against the dictionary, and for the age of its SendingTime(52).
 */
public record SimulatorConfig(
        String name,
        Dialect dialect,
        int port,
        List<SymbolConfig> symbols,
        List<AccountConfig> accounts,
        Fees fees,
        ExchangeLimits limits,
        RateLimits rateLimits,
        Path dataDir,
        long ledgerMaxBytes,
        long seed,
        boolean strict) {

    /** The address that every simulated venue listens on. */
    public static final String HOST = "127.0.0.1";

    private static final int MAX_PORT = 65_535;

    /** Names the first setting that cannot be. */
    public SimulatorConfig {
        if (!name.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException("venue name '" + name + "' must be 1 to 32 letters, digits, - or _");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("venue " + name + ": port " + port + " must be 0 to " + MAX_PORT);
        }
        if (symbols.isEmpty() || accounts.isEmpty()) {
            throw new IllegalArgumentException("venue " + name + " needs at least one symbol and one account");
        }
        if (ledgerMaxBytes < 1) {
            throw new IllegalArgumentException(
                    "venue " + name + ": ledgerMaxBytes " + ledgerMaxBytes + " must be above 0");
        }
        symbols = List.copyOf(symbols);
        accounts = List.copyOf(accounts);
    }

    /** The same venue on another port. */
    public SimulatorConfig withPort(final int newPort) {
        return new SimulatorConfig(
                name,
                dialect,
                newPort,
                symbols,
                accounts,
                fees,
                limits,
                rateLimits,
                dataDir,
                ledgerMaxBytes,
                seed,
                strict);
    }

    /** The same venue with other rate limits. */
    public SimulatorConfig withRateLimits(final RateLimits newRateLimits) {
        return new SimulatorConfig(
                name,
                dialect,
                port,
                symbols,
                accounts,
                fees,
                limits,
                newRateLimits,
                dataDir,
                ledgerMaxBytes,
                seed,
                strict);
    }

    /** The same venue with other bounds of the engine. */
    public SimulatorConfig withLimits(final ExchangeLimits newLimits) {
        return new SimulatorConfig(
                name,
                dialect,
                port,
                symbols,
                accounts,
                fees,
                newLimits,
                rateLimits,
                dataDir,
                ledgerMaxBytes,
                seed,
                strict);
    }

    /** The same venue with other accounts. */
    public SimulatorConfig withAccounts(final List<AccountConfig> newAccounts) {
        return new SimulatorConfig(
                name,
                dialect,
                port,
                symbols,
                newAccounts,
                fees,
                limits,
                rateLimits,
                dataDir,
                ledgerMaxBytes,
                seed,
                strict);
    }

    /** The same venue with other symbols. */
    public SimulatorConfig withSymbols(final List<SymbolConfig> newSymbols) {
        return new SimulatorConfig(
                name,
                dialect,
                port,
                newSymbols,
                accounts,
                fees,
                limits,
                rateLimits,
                dataDir,
                ledgerMaxBytes,
                seed,
                strict);
    }

    /** The same venue with another seed. */
    public SimulatorConfig withSeed(final long newSeed) {
        return new SimulatorConfig(
                name,
                dialect,
                port,
                symbols,
                accounts,
                fees,
                limits,
                rateLimits,
                dataDir,
                ledgerMaxBytes,
                newSeed,
                strict);
    }

    /** The same venue, but for checks of a message that its orders do not need: for load tests. */
    public SimulatorConfig lenient() {
        return new SimulatorConfig(
                name, dialect, port, symbols, accounts, fees, limits, rateLimits, dataDir, ledgerMaxBytes, seed, false);
    }

    /** The same venue with {@code symbol} following a recording; refuses a symbol that it does not have. */
    public SimulatorConfig withRecording(final String symbol, final Recording recording) {
        if (symbols.stream().noneMatch(s -> s.instrument().symbol().equals(symbol))) {
            throw new IllegalArgumentException(
                    "venue " + name + " has no symbol " + symbol + " to replay a recording for");
        }
        return withSymbols(symbols.stream()
                .map(s -> s.instrument().symbol().equals(symbol) ? s.following(recording) : s)
                .toList());
    }
}
