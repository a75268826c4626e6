package io.weir.simulator.market;

import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.Side;
import java.util.Random;

/**
 * A market that stays near its starting price: a seeded walk of the middle that is pulled back, and a ladder of levels on a fixed
 * grid around it. Eaten levels are whole again at the next tick.
 *
 * <p>The middle never leaves the starting price by more than 0.04 %, and the grid is 0.01 % of it, so best bid and offer stay within
 * 0.1 %, and the whole ladder within 1 %.
 */
public final class SteadyMarket implements PriceSource {
    /** Levels a side. */
    public static final int LEVELS = 50;

    private static final int GRID_PER_PRICE = 10_000;
    private static final int MAX_STEPS_AWAY = 4;
    private static final long MOVE_EVERY_MS = 500;

    private final QuotedBook quotes;
    private final Random random;
    private final long grid;
    private final long startStep;
    private final long meanQty;
    private long midStep;
    private long nextMoveMs;

    /**
     * @param startPrice at priceScale.
     * @param depthQty quantity on each side at qtyScale, spread over {@value #LEVELS} levels.
     */
    public SteadyMarket(final QuotedBook quotes, final long startPrice, final long depthQty, final long seed) {
        final Instrument instrument = quotes.book().instrument();
        this.quotes = quotes;
        this.random = new Random(seed);
        this.grid = Math.max(1, startPrice / GRID_PER_PRICE / instrument.tickSize()) * instrument.tickSize();
        this.startStep = startPrice / grid;
        this.meanQty = Math.max(instrument.lotSize(), depthQty / LEVELS);
        this.midStep = startStep;
        if (startStep <= LEVELS + MAX_STEPS_AWAY) {
            throw new IllegalArgumentException("start price " + startPrice + " of " + instrument.symbol()
                    + " leaves no room for " + LEVELS + " levels of " + grid);
        }
    }

    @Override
    public void tick(final long nowMs) {
        if (nowMs >= nextMoveMs) {
            nextMoveMs = nowMs + MOVE_EVERY_MS;
            move();
            ladder(Side.BUY, nowMs);
            ladder(Side.SELL, nowMs);
        }
        quotes.refill(nowMs);
    }

    /** One grid step up or down, towards the start the likelier the further away. */
    private void move() {
        final int away = (int) (midStep - startStep);
        final int dice = random.nextInt(2 * MAX_STEPS_AWAY);
        midStep += dice < MAX_STEPS_AWAY - away ? 1 : -1;
    }

    private void ladder(final Side side, final long nowMs) {
        final int away = side == Side.BUY ? -1 : 1;
        final long nearest = (midStep + away) * grid;
        final long furthest = (midStep + (long) away * LEVELS) * grid;
        for (final long price : quotes.prices(side)) {
            final boolean outside =
                    side == Side.BUY ? price > nearest || price < furthest : price < nearest || price > furthest;
            if (outside) {
                quotes.set(side, price, 0, nowMs);
            }
        }
        for (int i = 1; i <= LEVELS; i++) {
            final long price = (midStep + (long) away * i) * grid;
            if (quotes.wantedAt(side, price) == 0) {
                quotes.set(side, price, levelQty(), nowMs);
            }
        }
    }

    /** Between three quarters and five quarters of the mean, in lots. */
    private long levelQty() {
        final long lot = quotes.book().instrument().lotSize();
        final long qty = meanQty * 3 / 4 + (long) (random.nextDouble() * meanQty / 2);
        return Math.max(lot, qty / lot * lot);
    }

    @Override
    public void close() {
        // Holds nothing but its numbers.
    }
}
