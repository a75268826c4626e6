package io.weir.venue.agent;

import static io.weir.venue.agent.Story.VENUE_ID;
import static io.weir.venue.agent.Story.cancel;
import static io.weir.venue.agent.Story.clOrdId;
import static io.weir.venue.agent.Story.fill;
import static io.weir.venue.agent.Story.order;
import static io.weir.venue.agent.Story.qty;
import static io.weir.venue.agent.Story.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.fix.Side;
import io.weir.venue.RateLimit;
import io.weir.venue.VenueConfig;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.OrderReplaced;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueReplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's stories while all goes well, and while the log or the venue takes nothing. */
final class VenueAgentTest {
    @TempDir
    Path directory;

    @Test
    void shouldConnectReconcileAndOnlyThenSend() throws IOException {
        try (Story story = new Story(directory)) {
            assertFalse(story.adapter.opened);
            story.start(order(1, true));
            assertTrue(story.adapter.opened);
            assertEquals(List.of(), story.adapter.takeRequests());

            story.report(new ConnectionChanged(VenueState.UP, ""));
            assertEquals(List.of(List.of()), story.adapter.takeRequests());
            assertEquals(List.of(VenueState.DOWN), story.takeStates());

            story.report(new Reconciled(true, ""));
            assertEquals(1, story.adapter.takeRequests().size());
            assertEquals(List.of(VenueState.UP), story.takeStates());
        }
    }

    @Test
    void shouldSendAnOrderInTheVenuesTerms() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            assertEquals(
                    List.of(new VenueOrder(
                            1,
                            "W1-1",
                            "BTC-USD",
                            Side.BUY,
                            io.weir.protocol.fix.OrdType.LIMIT,
                            io.weir.protocol.fix.TimeInForce.GOOD_TILL_CANCEL,
                            new Decimal(1_000_000, 6),
                            new Decimal(5_000_000, 2))),
                    story.adapter.takeRequests());
        }
    }

    @Test
    void shouldSayAcceptedThenFillsThenNothingMoreOfAFilledOrder() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.report(fill(1, "E1", "0.4", "0.4"));
            story.report(fill(1, "E2", "0.6", "1"));
            assertEquals(
                    List.of(
                            new VenueOrderAccepted(VENUE_ID, 1, "V1"),
                            venueFill(1, "E1", "0.4"),
                            venueFill(1, "E2", "0.6")),
                    story.takeCommands());
            assertEquals(0, story.agent.counters().followed.get());
        }
    }

    @Test
    void shouldSayALateFillUnderItsOrderWhenTheOrderIsClosed() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.report(new OrderClosed(clOrdId(1), VenueClosedAs.CANCELED, Decimal.ABSENT, "bye"));
            story.takeCommands();
            story.report(fill(1, "E1", "0.4", "0.4"));
            assertEquals(List.of(venueFill(1, "E1", "0.4")), story.takeCommands());
            assertEquals(0, story.agent.counters().strangers.get());
        }
    }

    @Test
    void shouldSayAFillOfAStrangerWithoutAnOrder() throws IOException {
        try (Story story = Story.up(directory)) {
            story.report(fill(77, "E1", "0.4", "0.4"));
            assertEquals(0, ((VenueFill) story.takeCommands().get(0)).childOrderId());
            assertEquals(1, story.agent.counters().strangers.get());
        }
    }

    @Test
    void shouldAcceptBeforeTheFirstFillWhenTheFillOvertakesTheAcknowledgement() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(fill(1, "E1", "0.4", "0.4"));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            assertEquals(
                    List.of(
                            new VenueOrderAccepted(VENUE_ID, 1, ""),
                            venueFill(1, "E1", "0.4"),
                            new VenueOrderAccepted(VENUE_ID, 1, "V1")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldAskWhenTheVenuesSumShowsAMissedFill() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.adapter.takeRequests();
            story.report(fill(1, "E2", "0.6", "1"));
            assertEquals(List.of(clOrdId(1)), story.takeQueries());
            assertEquals(1, story.agent.counters().followed.get());
            assertEquals(1, story.agent.counters().fillGaps.get());
        }
    }

    @Test
    void shouldSayADefiniteRefusal() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderRefused(clOrdId(1), VenueRejectReason.REFUSED, "no\u0001money"));
            assertEquals(
                    List.of(new VenueOrderRejected(VENUE_ID, 1, VenueRejectReason.REFUSED, "no?money")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldNotDoubtAnOrderThatTheVenueHasRefused() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderRefused(clOrdId(1), VenueRejectReason.RATE_LIMITED, "slow down"));
            story.takeCommands();
            story.passMs(60_000);
            assertEquals(List.of(), story.takeCommands());
            assertEquals(List.of(), story.takeQueries());
        }
    }

    @Test
    void shouldLetACancelOvertakeOtherOrdersButNeverItsOwn() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.event(order(2));
            story.adapter.takeRequests();
            story.adapter.throttled = true;
            story.port.event(order(3));
            story.port.event(cancel(1, 1));
            story.event(cancel(2, 1));
            story.adapter.throttled = false;
            story.work();
            final List<Object> requests = story.adapter.takeRequests();
            assertEquals(1, ((VenueCancel) requests.get(0)).childOrderId());
            assertEquals("V1", ((VenueCancel) requests.get(0)).venueOrderId());
            assertEquals(3, ((VenueOrder) requests.get(1)).childOrderId());
            assertEquals(2, requests.size(), "order 2 is not answered: its cancel waits");

            story.report(new OrderAccepted(clOrdId(2), "V2"));
            assertEquals(2, ((VenueCancel) story.adapter.takeRequests().get(0)).childOrderId());
        }
    }

    @Test
    void shouldEndAnUnsentOrderItselfWhenItIsCanceled() throws IOException {
        try (Story story = Story.up(directory)) {
            story.adapter.throttled = true;
            story.event(order(1));
            story.event(cancel(1, 1));
            story.adapter.throttled = false;
            story.work();
            assertEquals(
                    List.of(new VenueOrderClosed(
                            VENUE_ID, 1, VenueClosedAs.CANCELED, Decimal.ZERO, "canceled before it was sent")),
                    story.takeCommands());
            assertEquals(List.of(), story.adapter.takeRequests());
        }
    }

    @Test
    void shouldRepeatACancelUnderANewIdUntilTheVenueAnswers() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.event(cancel(1, 1));
            story.passMs(2_100);
            final List<String> ids = story.adapter.takeRequests().stream()
                    .filter(VenueCancel.class::isInstance)
                    .map(request -> ((VenueCancel) request).cancelClOrdId())
                    .toList();
            assertEquals(List.of("W1X3-1", "W1X3-2"), ids);
            story.takeCommands();
            story.report(new CancelRefused(clOrdId(1), false, "too late"));
            assertEquals(List.of(new VenueCancelRejected(VENUE_ID, 1, false, "too late")), story.takeCommands());
            story.passMs(10_000);
            assertEquals(List.of(), story.adapter.takeRequests());
        }
    }

    @Test
    void shouldLookForTheOrdersEndWhenTheVenueNoLongerKnowsWhatToCancel() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.event(cancel(1, 1));
            story.adapter.takeRequests();
            story.report(new CancelRefused(clOrdId(1), true, "unknown order"));
            assertEquals(List.of(clOrdId(1)), story.takeQueries());
        }
    }

    @Test
    void shouldReplaceOnceTheOrderIsAnsweredAndKnowItByItsNewId() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.event(replace(1, 1, false));
            assertEquals(1, story.adapter.takeRequests().size(), "the replace waits for the order's answer");
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            final VenueReplace sent =
                    (VenueReplace) story.adapter.takeRequests().get(0);
            assertEquals("W1-1", sent.origVenueClOrdId());
            assertEquals("W1-1-1", sent.venueClOrdId());
            assertEquals("2.000000", sent.orderQty().toString());
            story.takeCommands();

            story.report(new OrderReplaced("W1-1-1", "V1b"));
            story.event(cancel(1, 1));
            assertEquals(List.of(new VenueOrderReplaced(VENUE_ID, 1, 1, "V1b")), story.takeCommands());
            final VenueCancel canceled =
                    (VenueCancel) story.adapter.takeRequests().get(0);
            assertEquals("W1-1-1", canceled.venueClOrdId());
            assertEquals("V1b", canceled.venueOrderId());
        }
    }

    @Test
    void shouldSayThatTheOldTermsStand() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            story.event(replace(1, 1, false));
            story.takeCommands();
            story.report(new ReplaceRefused("W1-1-1", "no"));
            assertEquals(List.of(new VenueReplaceRejected(VENUE_ID, 1, 1, "no")), story.takeCommands());
            story.event(replace(1, 2, false));
            assertEquals("W1-1-2", ((VenueReplace) last(story.adapter.takeRequests())).venueClOrdId());
        }
    }

    @Test
    void shouldRefuseAReplaceOrCancelOfAnOrderThatIsGone() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(replace(5, 1, false));
            story.event(cancel(5, 1));
            assertEquals(
                    List.of(
                            new VenueReplaceRejected(VENUE_ID, 5, 1, "the order is closed"),
                            new VenueCancelRejected(VENUE_ID, 5, true, "the order is closed")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldKeepAllReportsWhenBackPressured() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(order(1));
            story.port.backPressured = true;
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            for (int i = 1; i <= 5_000; i++) {
                story.adapter.report(fill(1, "E" + i, "0.0001", ""));
            }
            story.passMs(100);
            assertEquals(List.of(), story.takeCommands());
            assertTrue(story.agent.counters().backPressured.get() > 0);

            story.port.backPressured = false;
            story.passMs(100);
            final List<io.weir.protocol.command.Command> said = story.takeCommands();
            assertEquals(5_001, said.size());
            assertEquals(new VenueOrderAccepted(VENUE_ID, 1, "V1"), said.get(0));
            assertEquals("E5000", ((VenueFill) said.get(5_000)).venueExecId());
        }
    }

    @Test
    void shouldTellTheAdapterWhatIsTakenOnlyOnceTheLogHasIt() throws IOException {
        try (Story story = Story.up(directory)) {
            story.port.acknowledges = false;
            final long before = story.adapter.taken;
            story.event(order(1));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            assertEquals(before, story.adapter.taken);
            story.port.acknowledgeAll();
            story.work();
            assertEquals(before + 1, story.adapter.taken);
        }
    }

    @Test
    void shouldSendNothingThatItCannotWriteDownFirst() throws IOException {
        final Story story = Story.up(directory);
        story.sendLog.close();
        story.event(order(1));
        assertEquals(List.of(), story.adapter.takeRequests());
        assertEquals(List.of(VenueState.DOWN), story.takeStates());
        assertTrue(story.agent.stateText().startsWith("send log cannot be written"), story.agent.stateText());
        story.passMs(2_500);
        assertEquals(List.of(), story.adapter.takeRequests());
        assertTrue(story.agent.counters().sendLogFailures.get() >= 2, "it tries again each second");
    }

    @Test
    void shouldSayWhyItDoesNotBeginWhenTheCoreDoesNotKnowItsVenue() throws IOException {
        try (Story story = new Story(directory)) {
            story.event(new EdgeStarted(Story.EDGE_ID, Story.EPOCH, 99, EdgeKind.VENUE, 0));
            assertFalse(story.adapter.opened);
            assertEquals("the core has not told the standing; is TEST defined?", story.agent.stateText());
        }
    }

    @Test
    void shouldStopSendingWhenNoPulseComes() throws IOException {
        try (Story story = Story.up(directory)) {
            story.port.sincePulseNs = VenueAgent.LEASE_NS;
            story.event(order(1));
            assertEquals(List.of(), story.adapter.takeRequests());
            assertEquals(List.of(VenueState.DOWN), story.takeStates());
            story.port.sincePulseNs = 0;
            story.work();
            assertEquals(1, story.adapter.takeRequests().size());
        }
    }

    @Test
    void shouldCloseTheAdapterWhenAnotherStartOwnsTheVenue() throws IOException {
        try (Story story = Story.up(directory)) {
            story.event(new EdgeStarted(Story.EDGE_ID, Story.EPOCH + 1, 100, EdgeKind.VENUE, VENUE_ID));
            assertTrue(story.adapter.closed);
            story.event(order(1));
            assertEquals(List.of(), story.adapter.takeRequests());
            assertEquals(VenueState.DOWN, story.agent.state());
        }
    }

    @Test
    void shouldLetNoMoreLeaveThanTheVenueHasYetToAnswer() throws IOException {
        final VenueConfig two = new VenueConfig(
                "TEST",
                "scripted",
                Story.CONFIG.symbols(),
                new RateLimit(1_000, 1, 0),
                Story.MS * 1_000,
                Story.MS,
                Story.MS,
                Story.MS,
                2,
                100);
        try (Story story = new Story(directory, two, false)) {
            story.start();
            story.connect();
            story.event(order(1));
            story.event(order(2));
            story.event(order(3));
            assertEquals(List.of(1L, 2L), sentIds(story));
            story.report(new OrderAccepted(clOrdId(1), "V1"));
            assertEquals(List.of(3L), sentIds(story));
        }
    }

    private static List<Long> sentIds(final Story story) {
        return story.adapter.takeRequests().stream()
                .filter(VenueOrder.class::isInstance)
                .map(request -> ((VenueOrder) request).childOrderId())
                .toList();
    }

    @Test
    void shouldRefuseWhatDoesNotFit() throws IOException {
        final VenueConfig one = new VenueConfig(
                "TEST", "scripted", Story.CONFIG.symbols(), new RateLimit(1, 1, 0), 1_000, 1_000, 1_000, 1_000, 1, 1);
        try (Story story = new Story(directory, one, false)) {
            story.start();
            story.takeCommands();
            story.event(order(1));
            story.event(order(2));
            assertEquals(
                    List.of(new VenueOrderRejected(
                            VENUE_ID,
                            2,
                            VenueRejectReason.NOT_SENT,
                            "2 orders at TEST are more than max-open-orders, 1")),
                    story.takeCommands());
        }
    }

    @Test
    void shouldSendNoNewOrdersWhileTheVenueHasHalted() throws IOException {
        try (Story story = Story.up(directory)) {
            story.report(new ConnectionChanged(VenueState.SUSPENDED, "halted"));
            story.event(order(1));
            assertEquals(List.of(), story.adapter.takeRequests());
            assertEquals(VenueState.SUSPENDED, story.agent.state());
            story.report(new ConnectionChanged(VenueState.UP, ""));
            assertEquals(1, story.adapter.takeRequests().size());
        }
    }

    @Test
    void shouldSayChangedQuotesOnceAnInterval() throws IOException {
        try (Story story = Story.up(directory)) {
            story.passMs(200);
            story.port.takeSaid();
            final VenueQuote first = quote("50000");
            story.adapter.quote(quote("49999"));
            story.adapter.quote(first);
            story.passMs(110);
            assertEquals(List.of(new VenueQuotes(VENUE_ID, List.of(first))), quotesOf(story));
            story.passMs(300);
            assertEquals(List.of(), quotesOf(story), "nothing changed");
            story.passMs(1_000);
            assertEquals(List.of(new VenueQuotes(VENUE_ID, List.of(first))), quotesOf(story), "refreshed");
        }
    }

    @Test
    void shouldSayTheNewestQuoteWhenBackPressured() throws IOException {
        try (Story story = Story.up(directory)) {
            story.port.backPressured = true;
            story.adapter.quote(quote("50000"));
            story.passMs(300);
            story.adapter.quote(quote("50001"));
            story.passMs(300);
            story.port.takeSaid();
            story.port.backPressured = false;
            story.passMs(50);
            assertEquals(List.of(new VenueQuotes(VENUE_ID, List.of(quote("50001")))), quotesOf(story));
        }
    }

    private static List<?> quotesOf(final Story story) {
        return story.port.takeSaid().stream()
                .filter(VenueQuotes.class::isInstance)
                .toList();
    }

    private static VenueQuote quote(final String bid) {
        return new VenueQuote("BTC-USD", true, List.of(new PriceLevel(qty(bid), qty("1"))), List.of());
    }

    private static Object last(final List<?> list) {
        return list.get(list.size() - 1);
    }

    private static VenueFill venueFill(final long childOrderId, final String execId, final String lastQty) {
        return new VenueFill(
                VENUE_ID,
                childOrderId,
                clOrdId(childOrderId),
                execId,
                "BTC-USD",
                Side.BUY,
                qty(lastQty),
                qty("49999.5"),
                qty("0.01"),
                "USD",
                5);
    }
}
