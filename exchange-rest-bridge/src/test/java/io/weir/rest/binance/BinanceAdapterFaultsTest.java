package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.RateLimits;
import io.weir.simulator.fault.Arming;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.RequestKind;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.request.VenueOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One adapter before one simulated venue that goes wrong: nothing is guessed, nothing is lost, nothing is sent twice. */
class BinanceAdapterFaultsTest {
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

    @ParameterizedTest
    @EnumSource(names = {"SILENT_BEFORE", "DROP_BEFORE", "ERROR_BEFORE"})
    void shouldDoubtAnOrderThatTheVenueNeverWorkedAndFindItAbsent(final FaultKind kind) {
        arm(kind);
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        awaitUnanswered(order);
        assertEquals(Presence.ABSENT, ask(order, "0").presence());
        assertEquals(List.of(), desk.reports.of(OrderRefused.class));
        assertEquals(List.of(), desk.reports.of(OrderAccepted.class));
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_AFTER", "ERROR_AFTER"})
    void shouldDoubtAnOrderThatTheVenueWorkedAndHearOfItByTheStream(final FaultKind kind) {
        arm(kind);
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "0.5", null);
        awaitUnanswered(order);
        desk.await(() -> BinanceAdapterTest.sumOf(desk.fills(order)).equals("0.5"));
        final QueryAnswered answered = ask(order, "0.5");
        assertEquals(Presence.FILLED, answered.presence());
        assertEquals(List.of(), desk.reports.of(OrderRefused.class));
    }

    @Test
    void shouldFindTheExecutionsOfAnOrderAboutWhichTheVenueIsSilent() {
        arm(FaultKind.SILENT_AFTER);
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "0.5", null);
        awaitUnanswered(order);
        assertEquals(List.of(), desk.fills(order));
        final QueryAnswered answered = ask(order, "0");
        assertEquals(Presence.FILLED, answered.presence());
        assertEquals("0.5", BinanceAdapterTest.sumOf(desk.fills(order)));
    }

    @Test
    void shouldConnectAnewWhenTheStreamIsDeafThoughItAnswersPings() {
        desk.close();
        desk = new Desk(DemoVenues.binance("BINANCE", 0, dir.resolve("deaf")), 65_536, 1_000).ready();
        arm(FaultKind.SILENT_AFTER);
        awaitUnanswered(desk.send(Side.BUY, "1", "40000"));
        final VenueOrder answered = desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderAccepted.class, report -> report.venueClOrdId().equals(answered.venueClOrdId()));
        desk.awaitState(VenueState.DOWN, 1);
        desk.awaitState(VenueState.UP, 2);
        desk.reconcile(Desk.query(answered, "0"));
        desk.cancel(answered);
        desk.awaitReport(OrderClosed.class, report -> report.venueClOrdId().equals(answered.venueClOrdId()));
    }

    @Test
    void shouldNotBelieveThatAHiddenOrderIsThereNorThatItIsRefused() {
        desk.venue.faults().arm(FaultKind.HIDE_ORDER, Arming.next(1).withDelayMs(1_500));
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderAccepted.class, report -> true);
        assertEquals(Presence.ABSENT, ask(order, "0").presence());
        desk.await("the venue shows it", () -> ask(order, "0").presence() == Presence.OPEN);
    }

    @Test
    void shouldHoldBackAfterARateLimit() {
        // The venue asks for patience until its minute is over: one that ends at once could not be seen.
        desk.await("a minute with some time left", () -> System.currentTimeMillis() % 60_000 < 45_000);
        arm(FaultKind.RATE_LIMIT);
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        final OrderRefused refused = desk.awaitReport(OrderRefused.class, report -> true);
        assertEquals(order.venueClOrdId(), refused.venueClOrdId());
        assertEquals(VenueRejectReason.RATE_LIMITED, refused.reason());
        assertFalse(desk.adapter.trySend(desk.order(Side.BUY, OrdType.LIMIT, TimeInForce.DAY, "1", "40000")));
        assertEquals(0, desk.adapter.sendable());
        assertEquals(1, desk.adapter.counters().rateLimited.get());
    }

    @Test
    void shouldStayBelowTheLimitsThatTheVenueLists() {
        desk.close();
        desk = new Desk(
                        DemoVenues.binance("BINANCE", 0, dir.resolve("narrow"))
                                .withRateLimits(new RateLimits(6_000, 20, 200_000, 5, 120)),
                        65_536,
                        Desk.SILENCE_MS)
                .ready();
        for (int i = 0; i < 25; i++) {
            desk.send(Side.BUY, "1", "40000");
        }
        desk.await(() -> desk.reports.of(OrderAccepted.class).size() == 25);
        assertEquals(0, desk.adapter.counters().rateLimited.get());
        assertEquals(List.of(), desk.reports.of(OrderRefused.class));
    }

    @Test
    void shouldTellAnExecutionOnceThatTheVenueTellsTwiceAndLate() {
        desk.venue.faults().arm(FaultKind.DUPLICATE_REPORT, Arming.chance(1));
        desk.venue.faults().arm(FaultKind.DELAY_REPORT, Arming.chance(1).withDelayMs(300));
        final VenueOrder order = desk.send(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "0.5", null);
        desk.await(() -> BinanceAdapterTest.sumOf(desk.fills(order)).equals("0.5"));
        final int fills = desk.fills(order).size();
        desk.await(
                "the stream has told each twice",
                () -> desk.adapter.counters().repeatedFills.get() >= 2L * fills);
        assertEquals(fills, desk.reports.of(Fill.class).size());
    }

    @Test
    void shouldReconnectAndFindWhatHappenedMeanwhile() {
        final VenueOrder resting = desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderAccepted.class, report -> true);
        desk.venue.disconnectAll();
        desk.awaitState(VenueState.DOWN, 1);
        desk.awaitState(VenueState.UP, 2);
        desk.reconcile(Desk.query(resting, "0"));
        final QueryAnswered answered = desk.awaitReport(QueryAnswered.class, report -> true);
        assertEquals(resting.venueClOrdId(), answered.venueClOrdId());
        assertEquals(Presence.OPEN, answered.presence());
        desk.cancel(resting);
        desk.awaitReport(OrderClosed.class, report -> report.closedAs() == VenueClosedAs.CANCELED);
    }

    @Test
    void shouldSaySoWhenItCouldNotAsk() {
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderAccepted.class, report -> true);
        desk.venue.faults().arm(FaultKind.ERROR_BEFORE, Arming.next(2).on(Set.of(RequestKind.QUERY)));
        assertEquals(Presence.COULD_NOT_ASK, ask(order, "0").presence());
        final int before = desk.reports.of(Reconciled.class).size();
        desk.await(() -> desk.adapter.tryReconcile(List.of(Desk.query(order, "0"))));
        desk.await(() -> desk.reports.of(Reconciled.class).size() > before);
        assertFalse(desk.reports.of(Reconciled.class).get(before).complete());
    }

    @Test
    void shouldSurviveARestartOfTheVenue() {
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderAccepted.class, report -> true);
        desk.venue.restart();
        desk.awaitState(VenueState.UP, 2);
        desk.reconcile(Desk.query(order, "0"));
        assertEquals(
                Presence.OPEN,
                desk.awaitReport(QueryAnswered.class, report -> true).presence());
        desk.await(() -> desk.adapter.quote(Desk.SYMBOL).live());
    }

    @Test
    void shouldQuoteNothingAfterAGapUntilTheBookIsWholeAgain() {
        desk.await(() -> desk.adapter.quote(Desk.SYMBOL).live());
        desk.venue.faults().arm(FaultKind.DEPTH_GAP, Arming.next(1));
        desk.await(() -> desk.adapter.counters().depthGaps.get() > 0);
        desk.await(() -> desk.adapter.quote(Desk.SYMBOL).live());
        assertTrue(desk.adapter.counters().depthSnapshots.get() >= 3);
    }

    @Test
    void shouldLoseNoReportWhenTheAgentIsSlow() {
        desk.close();
        desk = new Desk(DemoVenues.binance("BINANCE", 0, dir.resolve("slow")), 8, Desk.SILENCE_MS).ready();
        final int orders = 200;
        int sent = 0;
        while (sent < orders) {
            final VenueOrder order = desk.order(Side.BUY, OrdType.MARKET, TimeInForce.DAY, "0.01", null);
            desk.await(() -> desk.adapter.trySend(order));
            sent++;
        }
        desk.await(() -> desk.reports.of(Fill.class).size() >= orders
                && desk.reports.of(OrderAccepted.class).size() == orders);
        assertEquals("2", BinanceAdapterTest.sumOf(desk.reports.of(Fill.class)));
    }

    private void arm(final FaultKind kind) {
        desk.venue.faults().arm(kind, Arming.next(1));
    }

    private void awaitUnanswered(final VenueOrder order) {
        desk.awaitReport(SendUnanswered.class, report -> report.venueClOrdId().equals(order.venueClOrdId()));
    }

    private QueryAnswered ask(final VenueOrder order, final String knownCumQty) {
        final int before = desk.reports.of(QueryAnswered.class).size();
        desk.ask(order, knownCumQty);
        desk.await(() -> desk.reports.of(QueryAnswered.class).size() > before);
        return desk.reports.of(QueryAnswered.class).get(before);
    }
}
