package io.weir.benchmarks.simulation.venue;

import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Side;
import java.util.Random;

/** A few levels around a middle that walks: cheap, and it trades with what rests in its way. */
final class Market {
    private static final int LEVELS = 3;
    private static final int MOST_AWAY = 12;

    private final Exchange exchange;
    private final OrderBook book;
    private final Random random;
    private final long start;
    private final long grid;
    private final long meanQty;
    private long mid;

    Market(
            final Exchange exchange,
            final OrderBook book,
            final Random random,
            final long startPrice,
            final long meanQty) {
        this.exchange = exchange;
        this.book = book;
        this.random = random;
        this.grid = startPrice / 2_000;
        this.start = startPrice / grid;
        this.mid = start;
        this.meanQty = meanQty;
    }

    void tick(final long nowMs) {
        clear(Side.BUY, nowMs);
        clear(Side.SELL, nowMs);
        final int away = (int) (mid - start);
        mid += random.nextInt(2 * MOST_AWAY) < MOST_AWAY - away ? 1 : -1;
        for (int i = 1; i <= LEVELS; i++) {
            exchange.quote(book, Side.BUY, (mid - i) * grid, qty(), nowMs);
            exchange.quote(book, Side.SELL, (mid + i) * grid, qty(), nowMs);
        }
    }

    private void clear(final Side side, final long nowMs) {
        final int sign = side == Side.BUY ? -1 : 1;
        for (int i = 1; i <= LEVELS; i++) {
            exchange.quote(book, side, (mid + (long) sign * i) * grid, 0, nowMs);
        }
    }

    private long qty() {
        return meanQty / 4 + 10 * random.nextInt((int) (meanQty / 10));
    }

    /** {@return the middle, at priceScale} */
    long middle() {
        return mid * grid;
    }
}
