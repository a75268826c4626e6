package io.weir.simulator.market;

import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.Side;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a recorded book into a simulated one at the recording's own pace, or faster. Joins snapshot and changes by their update ids
 * as a client would. Where the recorded book crosses customers' resting orders, they trade; what customers eat grows back at the
 * next tick.
 */
public final class RecordedMarket implements PriceSource {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedMarket.class);
    private static final int MAX_WAITING = 100_000;
    private static final int MAX_PER_TICK = 5_000;
    private static final long NS_PER_MS = 1_000_000;

    private final QuotedBook quotes;
    private final Recording recording;
    private RecordingReader reader;
    private RecordedDepth pending;
    private long bookId;
    private long firstRecvNs;
    private long startedMs;
    private long gaps;
    private long skipped;
    private boolean ended;

    /** Opens the recording and reads up to its first snapshot; refuses one that has none. */
    public RecordedMarket(final QuotedBook quotes, final Recording recording) {
        this.quotes = quotes;
        this.recording = recording;
    }

    @Override
    public void tick(final long nowMs) {
        if (reader == null && !ended) {
            start(nowMs);
        }
        final double elapsedNs = (nowMs - startedMs) * (double) NS_PER_MS * recording.speed();
        for (int i = 0; i < MAX_PER_TICK && pending != null && pending.recvNs() - firstRecvNs <= elapsedNs; i++) {
            take(pending, nowMs);
            pending = reader.next();
        }
        if (pending == null && !ended) {
            finish();
        }
        quotes.refill(nowMs);
    }

    private void start(final long nowMs) {
        reader = new RecordingReader(recording.file(), recording.symbol());
        final ArrayDeque<RecordedDepth> early = new ArrayDeque<>();
        RecordedDepth depth = reader.next();
        while (depth != null && !depth.snapshot()) {
            if (early.size() < MAX_WAITING) {
                early.add(depth);
            }
            depth = reader.next();
        }
        if (depth == null) {
            throw new IllegalArgumentException(
                    "recording " + recording.file() + " has no snapshot of " + recording.symbol());
        }
        startedMs = nowMs;
        firstRecvNs = depth.recvNs();
        take(depth, nowMs);
        early.forEach(e -> take(e, nowMs));
        pending = reader.next();
    }

    private void take(final RecordedDepth depth, final long nowMs) {
        if (depth.snapshot()) {
            removeAllBut(Side.BUY, depth.bids(), nowMs);
            removeAllBut(Side.SELL, depth.asks(), nowMs);
        } else if (depth.lastId() <= bookId) {
            return;
        } else if (depth.firstId() > bookId + 1) {
            gaps++;
        }
        bookId = depth.lastId();
        apply(depth, nowMs, true);
        apply(depth, nowMs, false);
    }

    private void removeAllBut(final Side side, final List<String[]> kept, final long nowMs) {
        final Set<Long> keptPrices = new HashSet<>();
        kept.forEach(level -> keptPrices.add(price(level)));
        for (final long price : quotes.prices(side)) {
            if (!keptPrices.contains(price)) {
                quotes.set(side, price, 0, nowMs);
            }
        }
    }

    /** Removals go first, on both sides, so that a book that moved as a whole does not cross itself on the way. */
    private void apply(final RecordedDepth depth, final long nowMs, final boolean removals) {
        apply(Side.BUY, depth.bids(), nowMs, removals);
        apply(Side.SELL, depth.asks(), nowMs, removals);
    }

    private void apply(final Side side, final List<String[]> levels, final long nowMs, final boolean removals) {
        for (final String[] level : levels) {
            final long price = price(level);
            final long qty = floorToLot(level);
            if (price <= 0
                    || price > instrument().maxPrice()
                    || price % instrument().tickSize() != 0
                    || qty < 0) {
                skip(level);
            } else if (qty == 0 == removals) {
                quotes.set(side, price, qty, nowMs);
            }
        }
    }

    private long price(final String[] level) {
        return Decimals.parse(level[0], instrument().priceScale());
    }

    /** Recorded books hold quantities finer than the lot; what is below it is not quoted. */
    private long floorToLot(final String[] level) {
        final long exact = Decimals.parse(level[1], Account.SCALE);
        final long lot = instrument().lotSize();
        return exact < 0
                ? exact
                : exact / Decimals.pow10(Account.SCALE - instrument().qtyScale()) / lot * lot;
    }

    private void skip(final String[] level) {
        if (skipped++ == 0) {
            LOG.warn(
                    "recording {}: level {} {} does not fit {}; it and others like it are skipped",
                    recording.file(),
                    level[0],
                    level[1],
                    instrument().symbol());
        }
    }

    private Instrument instrument() {
        return quotes.book().instrument();
    }

    private void finish() {
        close();
        ended = !recording.loop();
    }

    /** How often the recording's update ids had a hole. */
    public long gaps() {
        return gaps;
    }

    /** How many recorded levels did not fit the instrument and were left out. */
    public long skipped() {
        return skipped;
    }

    /** The update id of the recording up to which the book is. */
    public long bookId() {
        return bookId;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
