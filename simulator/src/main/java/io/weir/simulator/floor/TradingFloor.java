package io.weir.simulator.floor;

import io.weir.simulator.AccountConfig;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.SymbolConfig;
import io.weir.simulator.ledger.LedgerException;
import io.weir.simulator.ledger.LedgerReader;
import io.weir.simulator.ledger.LedgerRestorer;
import io.weir.simulator.ledger.LedgerWriter;
import io.weir.simulator.market.Market;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Trade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchange, market and ledger of one venue, joined: the ledger hears everything first, then the market, then the protocol front.
 * The front sends nothing before {@link #commit()}. Called on the venue's thread only.
 */
public final class TradingFloor implements ExchangeListener, AutoCloseable {
    /** The ledger's name in the data directory. */
    public static final String LEDGER_FILE = "ledger.bin";

    private static final Logger LOG = LoggerFactory.getLogger(TradingFloor.class);

    private final ExchangeListener front;
    private final Exchange exchange;
    private final Market market;
    private final DirectoryLock lock;
    private final LedgerWriter ledger;
    private boolean halted;

    /**
     * Locks the data directory, reads the ledger back and opens it for more.
     *
     * @param front hears what happens to customers' orders.
     */
    public TradingFloor(final SimulatorConfig config, final ExchangeListener front) {
        this.front = front;
        this.exchange = new Exchange(
                config.symbols().stream().map(SymbolConfig::instrument).toList(),
                fundings(config),
                config.fees(),
                config.limits(),
                this);
        this.market = new Market(exchange);
        addSources(config);
        createDirectory(config.dataDir());
        this.lock = DirectoryLock.acquire(config.dataDir());
        this.ledger = openLedger(config);
    }

    private static Map<String, Map<String, Long>> fundings(final SimulatorConfig config) {
        final Map<String, Map<String, Long>> fundings = new LinkedHashMap<>();
        for (final AccountConfig account : config.accounts()) {
            fundings.put(account.name(), account.balances());
        }
        return fundings;
    }

    private static void createDirectory(final Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot make the venue's data directory " + directory, e);
        }
    }

    private LedgerWriter openLedger(final SimulatorConfig config) {
        try {
            final Path file = config.dataDir().resolve(LEDGER_FILE);
            final LedgerRestorer restorer = new LedgerRestorer(exchange.restore());
            final long torn = LedgerReader.repair(file, restorer);
            if (restorer.records() > 0 || torn > 0) {
                LOG.info("venue={} read {} records back, cut {} torn bytes", config.name(), restorer.records(), torn);
            }
            return new LedgerWriter(file, config.ledgerMaxBytes());
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void addSources(final SimulatorConfig config) {
        int n = 0;
        for (final SymbolConfig symbol : config.symbols()) {
            final String name = symbol.instrument().symbol();
            if (symbol.recording() != null) {
                market.addRecorded(name, symbol.recording());
            } else if (symbol.startPrice() > 0) {
                market.addSteady(name, symbol.startPrice(), symbol.depthQty(), config.seed() + n);
            }
            n++;
        }
    }

    /** The matching engine. */
    public Exchange exchange() {
        return exchange;
    }

    /** Moves the market to {@code nowMs}; the caller commits. */
    public void tick(final long nowMs) {
        if (!halted) {
            market.tick(nowMs);
        }
    }

    /** Puts on record what has happened since the last call. False: it could not, and the venue is halted for good. */
    public boolean commit() {
        if (halted) {
            return false;
        }
        try {
            ledger.commit();
            return true;
        } catch (final LedgerException e) {
            halted = true;
            LOG.error("the venue's ledger cannot be written; the venue answers no more until it is started again", e);
            return false;
        }
    }

    /** Whether the venue has stopped answering because its ledger failed. */
    public boolean isHalted() {
        return halted;
    }

    /** Whether new orders are refused because the ledger has reached its bound. */
    public boolean isFull() {
        return ledger.isFull();
    }

    @Override
    public void onAccepted(final Order order) {
        ledger.onAccepted(order);
        front.onAccepted(order);
    }

    @Override
    public void onTrade(final Trade trade) {
        ledger.onTrade(trade);
        market.onTrade(trade);
        front.onTrade(trade);
    }

    @Override
    public void onCanceled(final Order order, final String cancelClOrdId) {
        ledger.onCanceled(order, cancelClOrdId);
        front.onCanceled(order, cancelClOrdId);
    }

    @Override
    public void onExpired(final Order order) {
        ledger.onExpired(order);
        front.onExpired(order);
    }

    @Override
    public void onReplaced(final Order order, final String origClOrdId) {
        ledger.onReplaced(order, origClOrdId);
        front.onReplaced(order, origClOrdId);
    }

    /** Closes market, ledger and lock; what was not committed is forgotten. */
    @Override
    public void close() {
        market.close();
        ledger.close();
        lock.close();
    }
}
