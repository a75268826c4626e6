package io.weir.venue.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.Side;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When a book is live, and what its top is. */
final class OrderBookTest {
    private final OrderBook book = new OrderBook("BTC-USD", 1_000);

    @Test
    void shouldBeLiveOnlyBetweenASnapshotAndAGap() {
        assertEquals(BookState.RESYNCING, book.state(0));
        snapshot();
        assertEquals(BookState.LIVE, book.state(0));
        book.onGap();
        assertEquals(BookState.GAP, book.state(0));
        assertFalse(book.quote(0).live());
        assertEquals(List.of(), book.quote(0).bids());
        snapshot();
        assertEquals(BookState.LIVE, book.state(0));
        book.reset();
        assertEquals(BookState.RESYNCING, book.state(0));
    }

    @Test
    void shouldBeStaleWhenNothingIsHeardForTooLong() {
        snapshot();
        assertEquals(BookState.LIVE, book.state(1_000));
        assertEquals(BookState.STALE, book.state(1_001));
        book.onHeard(1_001);
        assertEquals(BookState.LIVE, book.state(2_001));
    }

    @Test
    void shouldCountACrossedBookAsAGap() {
        snapshot();
        book.set(Side.BUY, px("101"), px("1"));
        assertEquals(BookState.GAP, book.state(0));
    }

    @Test
    void shouldShowTheBestTenOfEachSideBestFirst() {
        book.onSnapshotBegin();
        for (int i = 1; i <= 15; i++) {
            book.set(Side.BUY, new Decimal(1_000 - i, 1), px("1"));
            book.set(Side.SELL, new Decimal(1_000 + i, 1), px("1"));
        }
        book.onSnapshotEnd(0);
        final VenueQuote quote = book.quote(0);
        assertTrue(quote.live());
        assertEquals(10, quote.bids().size());
        assertEquals("99.9", quote.bids().get(0).price().toString());
        assertEquals("101.0", quote.asks().get(9).price().toString());
    }

    @Test
    void shouldKnowALevelByItsValueHoweverItIsWritten() {
        snapshot();
        book.set(Side.BUY, px("99.00"), px("7"));
        assertEquals(1, book.levels(Side.BUY));
        book.set(Side.BUY, px("99.0"), px("0.000"));
        assertEquals(0, book.levels(Side.BUY));
    }

    @Test
    void shouldDropTheWorstLevelsBeyondItsBound() {
        book.onSnapshotBegin();
        for (int i = 0; i <= OrderBook.MAX_LEVELS; i++) {
            book.set(Side.SELL, new Decimal(10_000 + i, 0), px("1"));
        }
        assertEquals(OrderBook.MAX_LEVELS, book.levels(Side.SELL));
        assertEquals("10000", book.best(Side.SELL, 1).get(0).price().toString());
    }

    @Test
    void shouldAgreeWithASortedMapOverRandomChanges() {
        final long seed = 4711;
        final Random random = new Random(seed);
        final TreeMap<Long, Long> expected = new TreeMap<>();
        book.onSnapshotBegin();
        for (int i = 0; i < 20_000; i++) {
            final long price = 1 + random.nextInt(500);
            final long qty = random.nextInt(4);
            book.set(Side.SELL, new Decimal(price, 2), new Decimal(qty, 3));
            if (qty == 0) {
                expected.remove(price);
            } else {
                expected.put(price, qty);
            }
        }
        final List<PriceLevel> levels = expected.entrySet().stream()
                .map(level -> new PriceLevel(new Decimal(level.getKey(), 2), new Decimal(level.getValue(), 3)))
                .toList();
        assertEquals(levels, book.best(Side.SELL, 1_000), "seed " + seed);
    }

    private void snapshot() {
        book.onSnapshotBegin();
        book.set(Side.BUY, px("99"), px("1"));
        book.set(Side.SELL, px("100"), px("1"));
        book.onSnapshotEnd(0);
    }

    private static Decimal px(final String text) {
        return Decimals.parse(text);
    }
}
