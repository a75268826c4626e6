package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.VenueSymbols;
import io.weir.venue.contract.ReportRecorder;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.VenueReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answer to a request and the user stream tell the same story; it is handed on once. */
class OrderReportsTest {
    private final ReportOutlet outlet = new ReportOutlet(64, () -> {}, () -> {});
    private final BinanceCounters counters = new BinanceCounters();
    private long nowNs;
    private final StreamWatch watch = new StreamWatch(1_000, () -> nowNs);
    private final OrderReports reports =
            new OrderReports(outlet, new VenueSymbols(Map.of("BTC-USD", "BTCUSDT")), counters, watch);
    private final ExecutionReportReader reader = new ExecutionReportReader(outlet, reports, counters, watch);

    @Test
    void shouldTellAFullAnswerAsAcceptedAndItsFills() {
        answer("W-17", "order-full-partly-filled.json");
        assertEquals(
                List.of(
                        new OrderAccepted("W-17", "9780331417"),
                        fill(56, 2, new Decimal(599995, 1), 2, 2),
                        fill(57, 1, new Decimal(60000, 0), 3, 1)),
                polled());
    }

    @Test
    void shouldTellTheStreamOnlyWhatTheAnswerHasNotTold() {
        event("execution-new.json");
        event("execution-trade.json");
        answer("W-17", "order-full-partly-filled.json");
        event("execution-trade.json");
        assertEquals(
                List.of(
                        new OrderAccepted("W-17", "9780331417"),
                        fill(56, 2, new Decimal(599995, 1), 2, 2),
                        fill(57, 1, new Decimal(60000, 0), 3, 1)),
                polled());
        assertEquals(2, counters.repeatedFills.get());
    }

    @Test
    void shouldTellBothSidesWhenTwoOrdersOfOursTradeWithEachOther() {
        event("execution-trade.json");
        final ObjectNode other = (ObjectNode) Json.parse(Payloads.read("execution-trade.json"));
        other.put("c", "W-16").put("S", "SELL").put("i", 9_780_331_416L).put("m", true);
        reader.read(other);
        assertEquals(
                List.of("BTCUSDT:56:B", "BTCUSDT:56:S"),
                polled().stream().map(report -> ((Fill) report).venueExecId()).toList());
    }

    @Test
    void shouldNameACanceledOrderByItsOwnIdNotTheCancels() {
        event("execution-canceled.json");
        assertEquals(List.of(new OrderClosed("W-17", VenueClosedAs.CANCELED, new Decimal(2, 1), "CANCELED")), polled());
    }

    @Test
    void shouldTellAnExpiredOrderOnceWithTheReason() {
        event("execution-expired.json");
        answer("W-18", "order-full-expired.json");
        assertEquals(
                List.of(
                        new OrderClosed(
                                "W-18", VenueClosedAs.EXPIRED, Decimal.ZERO, "EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED"),
                        new OrderAccepted("W-18", "9780331418")),
                polled());
    }

    @Test
    void shouldTellARejectionByTheStream() {
        final ObjectNode event = (ObjectNode) Json.parse(Payloads.read("execution-new.json"));
        event.put("x", "REJECTED").put("X", "REJECTED").put("r", "INSUFFICIENT_BALANCES");
        reader.read(event);
        assertEquals(
                List.of(new OrderRefused("W-17", VenueRejectReason.REFUSED, "REJECTED: INSUFFICIENT_BALANCES")),
                polled());
    }

    @Test
    void shouldCountExecutionTypesThatItDoesNotKnow() {
        final ObjectNode event = (ObjectNode) Json.parse(Payloads.read("execution-new.json"));
        event.put("x", "TRADE_PREVENTION");
        reader.read(event);
        assertEquals(List.of(), polled());
        assertEquals(1, counters.unknownEvents.get());
    }

    @Test
    void shouldRefuseAnEventWithoutATradeIdRatherThanInventOne() {
        final ObjectNode event = (ObjectNode) Json.parse(Payloads.read("execution-trade.json"));
        event.remove("t");
        assertThrows(JsonFault.class, () -> reader.read(event));
        assertEquals(List.of(), polled());
    }

    @Test
    void shouldHandOnAFillOfASymbolThatIsNotOurs() {
        final ObjectNode event = (ObjectNode) Json.parse(Payloads.read("execution-trade.json"));
        event.put("s", "SOLUSDT");
        reader.read(event);
        final Fill fill = (Fill) polled().get(0);
        assertEquals("SOLUSDT", fill.symbol());
        assertEquals("SOLUSDT:56:B", fill.venueExecId());
    }

    @Test
    void shouldFindTheStreamDeafWhenItDoesNotTellOfAnOrderThatWasTaken() {
        answer("W-17", "order-full-partly-filled.json");
        nowNs += 1_001;
        assertEquals(9_780_331_417L, watch.overdue());
        event("execution-new.json");
        assertTrue(watch.overdue() < 0);
    }

    @Test
    void shouldNotFindTheStreamDeafWhenItWasFasterThanTheAnswer() {
        event("execution-new.json");
        answer("W-17", "order-full-partly-filled.json");
        nowNs += 1_001;
        assertTrue(watch.overdue() < 0);
    }

    private void answer(final String venueClOrdId, final String payload) {
        reports.answered(venueClOrdId, Json.parse(Payloads.read(payload)));
    }

    private void event(final String payload) {
        reader.read(Json.parse(Payloads.read(payload)));
    }

    private List<VenueReport> polled() {
        final ReportRecorder recorder = new ReportRecorder();
        outlet.poll(recorder, Integer.MAX_VALUE);
        return recorder.all();
    }

    private static Fill fill(
            final long tradeId, final long tenths, final Decimal lastPx, final long cumTenths, final long fee) {
        return new Fill(
                "W-17",
                "BTCUSDT:" + tradeId + ":B",
                "BTC-USD",
                Side.BUY,
                new Decimal(tenths, 1),
                lastPx,
                new Decimal(cumTenths, 1),
                new Decimal(fee, 4),
                "BTC",
                1_700_000_000_123_000_000L);
    }
}
