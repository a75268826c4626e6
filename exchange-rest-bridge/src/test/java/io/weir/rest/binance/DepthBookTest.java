package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.decimal.Decimal;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.venue.book.BookState;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepthBookTest {
    private final DepthBook book = new DepthBook("BTC-USD");

    @Test
    void shouldQuoteNothingBeforeASnapshot() {
        book.onOpen();
        assertEquals(BookState.RESYNCING, book.state());
        assertEquals(DepthBook.Outcome.NONE, book.onUpdate(update(1, 2, "[[\"100\",\"1\"]]", "[]")));
        assertDead();
    }

    @Test
    void shouldDropWhatIsOlderThanTheSnapshotAndApplyTheRest() {
        book.onOpen();
        book.onUpdate(update(1, 4, "[[\"90\",\"9\"]]", "[]"));
        book.onUpdate(update(5, 8, "[[\"100\",\"7\"]]", "[]"));
        book.onUpdate(update(9, 9, "[]", "[[\"101\",\"2\"]]"));
        assertEquals(DepthBook.Outcome.CHANGED, book.onSnapshot(snapshot(6, "[[\"100\",\"3\"]]", "[[\"102\",\"1\"]]")));
        assertEquals(BookState.LIVE, book.state());
        assertEquals(9, book.lastUpdateId());
        assertEquals(
                new VenueQuote("BTC-USD", true, List.of(level(100, 7)), List.of(level(101, 2), level(102, 1))),
                book.quote());
    }

    @Test
    void shouldAskAgainForASnapshotOlderThanTheFirstUpdate() {
        book.onOpen();
        book.onUpdate(update(10, 12, "[]", "[]"));
        assertEquals(DepthBook.Outcome.SNAPSHOT_NEEDED, book.onSnapshot(snapshot(8, "[]", "[]")));
        assertDead();
        assertEquals(DepthBook.Outcome.CHANGED, book.onSnapshot(snapshot(9, "[]", "[]")));
        assertEquals(12, book.lastUpdateId());
    }

    @Test
    void shouldBeLiveOfASnapshotAloneWhileTheMarketIsQuiet() {
        goLive();
        assertEquals(BookState.LIVE, book.state());
        assertTrue(book.quote().live());
    }

    @Test
    void shouldRemoveALevelOfZeroAndIgnoreZerosOfUnknownLevels() {
        goLive();
        book.onUpdate(update(6, 7, "[[\"99\",\"0.00000000\"],[\"98\",\"4\"]]", "[[\"500\",\"0\"]]"));
        assertEquals(List.of(level(98, 4)), book.quote().bids());
        assertEquals(List.of(level(101, 1)), book.quote().asks());
    }

    @Test
    void shouldTakeTheSamePriceInAnyWritingAsOneLevel() {
        goLive();
        book.onUpdate(update(6, 6, "[[\"99.00000000\",\"5\"]]", "[]"));
        assertEquals(List.of(level(99, 5)), book.quote().bids());
    }

    @Test
    void shouldIgnoreWhatItHasAlready() {
        goLive();
        assertEquals(DepthBook.Outcome.NONE, book.onUpdate(update(3, 5, "[[\"99\",\"8\"]]", "[]")));
        assertEquals(List.of(level(99, 1)), book.quote().bids());
    }

    @Test
    void shouldDieOfAGapAndLiveAgainOfANewSnapshot() {
        goLive();
        assertEquals(DepthBook.Outcome.SNAPSHOT_NEEDED, book.onUpdate(update(7, 8, "[[\"98\",\"1\"]]", "[]")));
        assertEquals(BookState.GAP, book.state());
        assertEquals(1, book.gaps());
        assertDead();
        book.onUpdate(update(9, 9, "[]", "[[\"103\",\"3\"]]"));
        assertDead();
        assertEquals(DepthBook.Outcome.CHANGED, book.onSnapshot(snapshot(7, "[[\"99\",\"1\"]]", "[[\"101\",\"1\"]]")));
        assertEquals(9, book.lastUpdateId());
        assertEquals(List.of(level(99, 1), level(98, 1)), book.quote().bids());
        assertEquals(List.of(level(101, 1), level(103, 3)), book.quote().asks());
    }

    @Test
    void shouldSeeAGapAmongWhatWasKept() {
        book.onOpen();
        book.onUpdate(update(5, 6, "[]", "[]"));
        book.onUpdate(update(9, 9, "[]", "[]"));
        assertEquals(DepthBook.Outcome.SNAPSHOT_NEEDED, book.onSnapshot(snapshot(5, "[]", "[]")));
        assertEquals(BookState.GAP, book.state());
        assertEquals(DepthBook.Outcome.CHANGED, book.onSnapshot(snapshot(8, "[]", "[]")));
        assertEquals(9, book.lastUpdateId());
    }

    @Test
    void shouldBeStaleAndDeadWithoutItsStream() {
        goLive();
        book.onLost();
        assertEquals(BookState.STALE, book.state());
        assertDead();
        assertEquals(DepthBook.Outcome.NONE, book.onUpdate(update(6, 6, "[]", "[]")));
        assertEquals(DepthBook.Outcome.NONE, book.onSnapshot(snapshot(6, "[]", "[]")));
        assertDead();
    }

    @Test
    void shouldQuoteTheTopLevelsOnly() {
        final StringBuilder bids = new StringBuilder("[");
        for (int i = 0; i < 15; i++) {
            bids.append(i == 0 ? "" : ",").append("[\"").append(80 + i).append("\",\"1\"]");
        }
        book.onOpen();
        book.onSnapshot(snapshot(5, bids.append(']').toString(), "[]"));
        final List<PriceLevel> top = book.quote().bids();
        assertEquals(Bounds.MAX_QUOTE_LEVELS, top.size());
        assertEquals(level(94, 1), top.get(0));
        assertEquals(level(85, 1), top.get(9));
    }

    @Test
    void shouldAskAnewForABookWhoseSidesCross() {
        goLive();
        assertEquals(DepthBook.Outcome.SNAPSHOT_NEEDED, book.onUpdate(update(6, 6, "[[\"101\",\"1\"]]", "[]")));
        assertDead();
        assertEquals(DepthBook.Outcome.NONE, book.onUpdate(update(7, 7, "[]", "[[\"101\",\"0\"]]")));
        assertEquals(DepthBook.Outcome.CHANGED, book.onSnapshot(snapshot(6, "[[\"100\",\"1\"]]", "[[\"101\",\"1\"]]")));
        assertTrue(book.quote().live());
        assertEquals(List.of(), book.quote().asks());
    }

    @Test
    void shouldRefuseUpdatesThatCannotBe() {
        goLive();
        assertThrows(JsonFault.class, () -> book.onUpdate(update(6, 6, "[[\"99\"]]", "[]")));
        assertThrows(JsonFault.class, () -> book.onUpdate(update(6, 6, "[[\"0\",\"1\"]]", "[]")));
        assertThrows(JsonFault.class, () -> book.onUpdate(update(6, 6, "[[\"99\",\"-1\"]]", "[]")));
    }

    @Test
    void shouldKeepABoundedNumberOfUpdates() {
        book.onOpen();
        for (int i = 1; i <= DepthBook.MAX_BUFFERED + 10; i++) {
            book.onUpdate(update(i, i, "[]", "[]"));
        }
        assertEquals(DepthBook.Outcome.SNAPSHOT_NEEDED, book.onSnapshot(snapshot(5, "[]", "[]")));
        assertEquals(DepthBook.Outcome.CHANGED, book.onSnapshot(snapshot(20, "[]", "[]")));
    }

    private void goLive() {
        book.onOpen();
        book.onSnapshot(snapshot(5, "[[\"99\",\"1\"]]", "[[\"101\",\"1\"]]"));
    }

    private void assertDead() {
        assertFalse(book.quote().live());
        assertEquals(List.of(), book.quote().bids());
        assertEquals(List.of(), book.quote().asks());
    }

    private static PriceLevel level(final long price, final long qty) {
        return new PriceLevel(new Decimal(price, 0), new Decimal(qty, 0));
    }

    static JsonNode update(final long first, final long last, final String bids, final String asks) {
        return Json.parse("{\"e\":\"depthUpdate\",\"E\":1700000000000,\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":"
                + last + ",\"b\":" + bids + ",\"a\":" + asks + "}");
    }

    static JsonNode snapshot(final long lastUpdateId, final String bids, final String asks) {
        return Json.parse("{\"lastUpdateId\":" + lastUpdateId + ",\"bids\":" + bids + ",\"asks\":" + asks + "}");
    }
}
