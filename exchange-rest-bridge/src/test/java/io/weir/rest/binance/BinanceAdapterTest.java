package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueReplace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One adapter before one simulated venue that works as it should. */
class BinanceAdapterTest {
    @TempDir
    private Path dir;

    private Desk desk;

    @BeforeEach
    void connect() {
        desk = new Desk(dir.resolve("venue")).ready();
    }

    @AfterEach
    void disconnect() {
        desk.close();
    }

    @Test
    void shouldSendNothingBeforeTheAgentHasSeenTheConnection() {
        try (Desk unseen = new Desk(dir.resolve("other"))) {
            assertFalse(unseen.adapter.trySend(limit("1", "40000")));
            assertEquals(0, unseen.adapter.sendable());
            assertFalse(unseen.adapter.isConnected());
            unseen.ready();
            assertTrue(unseen.adapter.isConnected());
            assertTrue(unseen.adapter.sendable() > 0);
        }
    }

    @Test
    void shouldTellARestingOrderAsAcceptedAndThenAsCanceled() {
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        final OrderAccepted accepted = desk.awaitReport(
                OrderAccepted.class, report -> report.venueClOrdId().equals(order.venueClOrdId()));
        assertTrue(accepted.venueOrderId().matches("\\d+"), accepted.venueOrderId());
        desk.cancel(order);
        final OrderClosed closed = desk.awaitReport(OrderClosed.class, report -> true);
        assertEquals(new OrderClosed(order.venueClOrdId(), VenueClosedAs.CANCELED, Decimal.ZERO, "CANCELED"), closed);
        desk.ask(order, "0");
        desk.awaitReport(QueryAnswered.class, report -> true);
        assertEquals(1, desk.reports.of(OrderAccepted.class).size());
        assertEquals(1, desk.reports.of(OrderClosed.class).size());
    }

    @Test
    void shouldTellEachExecutionOfAMarketableOrderOnceWithItsFee() {
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "2", null);
        desk.await(() -> sumOf(desk.fills(order)).equals("2"));
        final List<Fill> fills = desk.fills(order);
        final Fill last = fills.get(fills.size() - 1);
        assertEquals("2", last.cumQty().toString());
        assertEquals(Desk.SYMBOL, last.symbol());
        assertEquals(Side.BUY, last.side());
        assertEquals("BTC", last.commCurrency());
        assertTrue(last.commission().mantissa() > 0);
        assertTrue(last.venueExecId().startsWith("BTCUSDT:"), last.venueExecId());
        desk.await(
                "the stream has told them too",
                () -> desk.adapter.counters().repeatedFills.get() >= fills.size());
        assertEquals(fills.size(), desk.reports.of(Fill.class).size());
        assertEquals(List.of(), desk.reports.of(OrderClosed.class));
    }

    @Test
    void shouldEndAnImmediateOrderWithWhatItTraded() {
        final VenueOrder none = desk.send(Side.BUY, OrdType.LIMIT, TimeInForce.IMMEDIATE_OR_CANCEL, "1", "40000");
        final VenueOrder all = desk.send(Side.SELL, OrdType.LIMIT, TimeInForce.FILL_OR_KILL, "0.5", "49000");
        final OrderClosed closed = desk.awaitReport(OrderClosed.class, report -> true);
        assertEquals(none.venueClOrdId(), closed.venueClOrdId());
        assertEquals(VenueClosedAs.EXPIRED, closed.closedAs());
        assertEquals(Decimal.ZERO, closed.cumQty());
        desk.await(() -> sumOf(desk.fills(all)).equals("0.5"));
    }

    @Test
    void shouldTellARefusalInTheVenuesWords() {
        final VenueOrder tooSmall = desk.send(Side.BUY, "0.00001", "40000");
        final OrderRefused refused = desk.awaitReport(OrderRefused.class, report -> true);
        assertEquals(tooSmall.venueClOrdId(), refused.venueClOrdId());
        assertEquals(VenueRejectReason.REFUSED, refused.reason());
        assertTrue(refused.text().contains("NOTIONAL"), refused.text());
        assertTrue(refused.text().contains("-1013"), refused.text());
    }

    @Test
    void shouldDoubtAnOrderWhoseIdIsOpenAlready() {
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderAccepted.class, report -> true);
        desk.await(() -> desk.adapter.trySend(order));
        final SendUnanswered unanswered = desk.awaitReport(SendUnanswered.class, report -> true);
        assertEquals(order.venueClOrdId(), unanswered.venueClOrdId());
        desk.ask(order, "0");
        assertEquals(
                Presence.OPEN,
                desk.awaitReport(QueryAnswered.class, report -> true).presence());
        assertEquals(List.of(), desk.reports.of(OrderRefused.class));
    }

    @Test
    void shouldRefuseWhatTheVenueHasNoWordsForAndSendNothing() {
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.FILL_OR_KILL, "1", null);
        final OrderRefused refused = desk.awaitReport(OrderRefused.class, report -> true);
        assertEquals(order.venueClOrdId(), refused.venueClOrdId());
        assertEquals(VenueRejectReason.NOT_SENT, refused.reason());
    }

    @Test
    void shouldSayUnknownWhenNothingIsThereToCancelOrToFind() {
        final VenueOrder never = limit("1", "40000");
        desk.cancel(never);
        final CancelRefused refused = desk.awaitReport(CancelRefused.class, report -> true);
        assertTrue(refused.orderUnknown());
        assertEquals(never.venueClOrdId(), refused.venueClOrdId());
        desk.ask(never, "0");
        final QueryAnswered answered = desk.awaitReport(QueryAnswered.class, report -> true);
        assertEquals(Presence.ABSENT, answered.presence());
        assertFalse(answered.cumQty().isPresent());
    }

    @Test
    void shouldFetchMissedFillsBeforeItAnswersAQuestion() {
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "0.3", null);
        desk.await(() -> sumOf(desk.fills(order)).equals("0.3"));
        final int before = desk.reports.all().size();
        desk.ask(order, "0");
        final QueryAnswered answered = desk.awaitReport(QueryAnswered.class, report -> true);
        assertEquals(Presence.FILLED, answered.presence());
        assertEquals("0.3", answered.cumQty().toString());
        final List<Fill> again = desk
                .reports
                .all()
                .subList(before, desk.reports.all().size())
                .stream()
                .filter(Fill.class::isInstance)
                .map(Fill.class::cast)
                .toList();
        assertEquals(desk.fills(order).size(), again.size());
        assertEquals("0.3", sumOf(again));
        assertEquals(answered, desk.reports.all().get(desk.reports.all().size() - 1));
    }

    @Test
    void shouldNotFetchFillsThatAreKnown() {
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "0.3", null);
        desk.await(() -> sumOf(desk.fills(order)).equals("0.3"));
        final int before = desk.reports.of(Fill.class).size();
        desk.ask(order, "0.3");
        desk.awaitReport(QueryAnswered.class, report -> true);
        assertEquals(before, desk.reports.of(Fill.class).size());
    }

    @Test
    void shouldQuoteTheTopOfALiveBook() {
        desk.await(() -> desk.adapter.quote(Desk.SYMBOL).live());
        final VenueQuote quote = desk.adapter.quote(Desk.SYMBOL);
        final double bid = Double.parseDouble(quote.bids().get(0).price().toString());
        final double ask = Double.parseDouble(quote.asks().get(0).price().toString());
        assertTrue(bid > 45_000 && bid < ask && ask < 55_000, quote.toString());
        assertThrows(IllegalArgumentException.class, () -> desk.adapter.quote("DOGE-USD"));
    }

    @Test
    void shouldThrowWhenAskedToReplace() {
        final VenueReplace replace = new VenueReplace(
                1,
                1,
                "W-1-R1",
                "W-1",
                "",
                Desk.SYMBOL,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.DAY,
                Decimals.parse("1"),
                Decimals.parse("40000"));
        assertThrows(UnsupportedOperationException.class, () -> desk.adapter.tryReplace(replace));
    }

    private VenueOrder limit(final String qty, final String price) {
        return desk.order(Side.BUY, OrdType.LIMIT, TimeInForce.DAY, qty, price);
    }

    static String sumOf(final List<Fill> fills) {
        Decimal sum = Decimal.ZERO;
        for (final Fill fill : fills) {
            sum = Exact.sum(sum, fill.lastQty());
        }
        return Exact.plain(sum);
    }
}
