package io.weir.venue.contract;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.fault.Arming;
import io.weir.simulator.fault.FaultKind;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueAdapter;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every adapter does, whatever its venue: played against that venue's simulator, a server of its own on loopback with
 * BTC-USD around 50,000. A room extends this once per adapter.
 */
public abstract class VenueAdapterContractTest {
    protected static final String SYMBOL = "BTC-USD";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Far below the market: rests. */
    private static final String RESTING = "40000.00";

    /** Above the market: trades at once. */
    private static final String CROSSING = "51000.00";

    @TempDir
    protected Path directory;

    protected VenueSimulator venue;
    protected VenueAdapter adapter;
    protected final ReportRecorder reports = new ReportRecorder();
    private long ids;
    private int starts;

    /** {@return a simulated venue that trades BTC-USD and is not started} */
    protected abstract VenueSimulator newVenue(Path dataDir);

    /**
     * Makes the adapter under test.
     *
     * @param running where to.
     * @param dataDir its own; the same one again after a restart.
     * @param budget  to be drawn from.
     * @return not yet opened.
     */
    protected abstract VenueAdapter newAdapter(VenueSimulator running, Path dataDir, RateBudget budget)
            throws Exception;

    /** {@return units that the budget of the test has: enough never to be met} */
    protected abstract RateBudget wideBudget();

    /** {@return a budget that lets no order pass} */
    protected abstract RateBudget noBudget();

    @BeforeEach
    void start() throws Exception {
        venue = newVenue(directory.resolve("venue"));
        venue.start();
        connect(wideBudget());
    }

    @AfterEach
    void stop() {
        if (adapter != null) {
            adapter.close();
        }
        venue.close();
    }

    protected final void connect(final RateBudget budget) throws Exception {
        adapter = newAdapter(venue, directory.resolve("adapter"), budget);
        adapter.open(nextStart());
        awaitThat(() -> adapter.isConnected());
    }

    private String nextStart() {
        return Integer.toString(++starts);
    }

    @Test
    void shouldReconcileAnEmptyAccount() {
        reconcile(List.of());
        assertEquals(VenueState.UP, reports.state());
        assertTrue(adapter.sendable() > 0);
    }

    @Test
    void shouldAcceptAnOrderThatRestsAndNameTheVenuesId() {
        final VenueOrder order = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        send(order);
        awaitThat(() -> accepted(order) != null);
        assertFalse(accepted(order).venueOrderId().isEmpty());
        assertEquals(List.of(), reports.fills(order.venueClOrdId()));
    }

    @Test
    void shouldReportEveryFillOfAnOrderThatTrades() {
        final VenueOrder order = order(Side.BUY, "0.5", CROSSING, TimeInForce.IMMEDIATE_OR_CANCEL);
        send(order);
        awaitThat(() -> traded(order).compareTo(new BigDecimal("0.5")) == 0);
        for (final Fill fill : reports.fills(order.venueClOrdId())) {
            assertEquals(SYMBOL, fill.symbol());
            assertEquals(Side.BUY, fill.side());
            assertTrue(fill.lastPx().mantissa() > 0);
            assertTrue(fill.commission().mantissa() >= 0);
            assertTrue(fill.tradeTimeNs() > 0);
        }
        final List<Fill> fills = reports.fills(order.venueClOrdId());
        final Decimal cumQty = fills.get(fills.size() - 1).cumQty();
        assertEquals(0, big(cumQty).compareTo(new BigDecimal("0.5")), "the venue's sum comes with the fill");
        assertEquals(venueExecIds(order), execIds(order));
    }

    @Test
    void shouldCloseWhatAnImmediateOrderCannotTrade() {
        final VenueOrder order = order(Side.BUY, "0.5", RESTING, TimeInForce.IMMEDIATE_OR_CANCEL);
        send(order);
        awaitThat(() -> closed(order) != null);
        assertEquals(0, big(closed(order).cumQty()).signum());
    }

    @Test
    void shouldCancel() {
        final VenueOrder order = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        send(order);
        awaitThat(() -> accepted(order) != null);
        cancel(order, accepted(order).venueOrderId());
        awaitThat(() -> closed(order) != null);
        assertEquals(VenueClosedAs.CANCELED, closed(order).closedAs());
        assertEquals(0, big(closed(order).cumQty()).signum());
    }

    @Test
    void shouldSayThatTheVenueDoesNotKnowWhatToCancel() {
        final VenueOrder order = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        cancel(order, "");
        awaitThat(() -> !reports.of(CancelRefused.class, refused -> true).isEmpty());
        final CancelRefused refused =
                reports.of(CancelRefused.class, report -> true).get(0);
        assertEquals(order.venueClOrdId(), refused.venueClOrdId());
        assertTrue(refused.orderUnknown());
    }

    @Test
    void shouldSayADefiniteRefusalWithTheVenuesWords() {
        final VenueOrder order = order(Side.BUY, "0.00000100", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        send(order);
        awaitThat(() -> !refusals(order).isEmpty());
        assertEquals(VenueRejectReason.REFUSED, refusals(order).get(0).reason());
        assertFalse(refusals(order).get(0).text().isEmpty());
    }

    @Test
    void shouldAnswerForOrdersOpenCanceledFilledAndUnknown() {
        final VenueOrder open = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        final VenueOrder canceled = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        final VenueOrder filled = order(Side.BUY, "0.5", CROSSING, TimeInForce.IMMEDIATE_OR_CANCEL);
        final VenueOrder unknown = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        send(open);
        send(canceled);
        send(filled);
        awaitThat(() -> accepted(open) != null && accepted(canceled) != null && accepted(filled) != null);
        cancel(canceled, accepted(canceled).venueOrderId());
        awaitThat(() -> closed(canceled) != null && traded(filled).signum() > 0);

        assertEquals(Presence.OPEN, ask(open).presence());
        assertEquals(accepted(open).venueOrderId(), ask(open).venueOrderId());
        assertEquals(Presence.CANCELED, ask(canceled).presence());
        assertEquals(Presence.FILLED, ask(filled).presence());
        assertEquals(Presence.ABSENT, ask(unknown).presence());
    }

    @Test
    void shouldHandOnMissedFillsBeforeTheAnswerThatCountsThem() {
        venue.faults().arm(FaultKind.SILENT_AFTER, Arming.next(1));
        final VenueOrder order = order(Side.BUY, "0.5", CROSSING, TimeInForce.IMMEDIATE_OR_CANCEL);
        send(order);
        final QueryAnswered answer = ask(order);
        assertEquals(Presence.FILLED, answer.presence());
        assertEquals(0, traded(order).compareTo(new BigDecimal("0.5")), "all fills are there with the answer");
        assertEquals(venueExecIds(order), execIds(order), "under the ids that they have live");
    }

    @Test
    void shouldReportAFillTwiceUnderTheSameIdWhenTheVenueDoes() {
        venue.faults().arm(FaultKind.DUPLICATE_REPORT, Arming.next(1));
        final VenueOrder order = order(Side.BUY, "0.5", CROSSING, TimeInForce.IMMEDIATE_OR_CANCEL);
        send(order);
        awaitThat(() -> traded(order).compareTo(new BigDecimal("0.5")) >= 0
                && !venue.faults().armed().containsKey(FaultKind.DUPLICATE_REPORT));
        assertEquals(venueExecIds(order), execIds(order));
    }

    @Test
    void shouldComeBackByItselfAndFindOutWhatItMissed() {
        venue.faults().arm(FaultKind.DROP_AFTER, Arming.next(1));
        final VenueOrder order = order(Side.BUY, "0.5", CROSSING, TimeInForce.IMMEDIATE_OR_CANCEL);
        send(order);
        awaitThat(() -> adapter.isConnected() && reports.state() == VenueState.UP && sawDown());
        reconcile(List.of(query(order)));
        if (answers(order).isEmpty()) {
            ask(order);
        }
        awaitThat(() -> traded(order).compareTo(new BigDecimal("0.5")) == 0);
        assertEquals(venueExecIds(order), execIds(order));
    }

    @Test
    void shouldTakeNothingWhileItIsNotConnected() throws Exception {
        venue.close();
        awaitThat(() -> !adapter.isConnected());
        final VenueOrder order = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        assertFalse(adapter.trySend(order));
        assertFalse(adapter.tryCancel(cancelOf(order, "")));
        assertFalse(adapter.tryQuery(query(order)));
        assertFalse(adapter.tryReconcile(List.of()));
        assertEquals(0, adapter.sendable());
    }

    @Test
    void shouldSendNothingBeyondTheBudget() throws Exception {
        adapter.close();
        connect(noBudget());
        final VenueOrder order = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        assertFalse(adapter.trySend(order));
        assertEquals(List.of(), venueOrders(order));
    }

    @Test
    void shouldTellAgainAfterARestartWhatTheLogNeverTook() throws Exception {
        final VenueOrder order = order(Side.BUY, "0.5", CROSSING, TimeInForce.IMMEDIATE_OR_CANCEL);
        send(order);
        awaitThat(() -> traded(order).compareTo(new BigDecimal("0.5")) == 0);
        adapter.close();
        reports.clear();

        connect(wideBudget());
        reconcile(List.of(query(order)));
        if (traded(order).signum() == 0) {
            ask(order);
        }
        awaitThat(() -> traded(order).compareTo(new BigDecimal("0.5")) == 0);
        assertEquals(venueExecIds(order), execIds(order));
    }

    @Test
    void shouldNotTakeAnswersToAnEarlierStartForItsOwn() throws Exception {
        final VenueOrder unknown = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        final VenueOrder open = order(Side.BUY, "0.5", RESTING, TimeInForce.GOOD_TILL_CANCEL);
        send(open);
        awaitThat(() -> accepted(open) != null);
        reconcile(List.of());
        assertEquals(Presence.ABSENT, ask(unknown).presence());
        adapter.close(); // the log took none of it: a venue that can will say it again
        reports.clear();

        adapter = newAdapter(venue, directory.resolve("adapter"), wideBudget());
        adapter.open(nextStart());
        awaitThat(() -> adapter.isConnected(), 1);
        assertTrue(adapter.tryReconcile(List.of(query(open))), "asked before what is said again is read");
        assertTrue(adapter.tryQuery(query(open)));
        adapter.flush();
        awaitThat(() -> answers(open).stream().anyMatch(answer -> answer.presence() == Presence.OPEN));
        assertEquals(List.of(), answers(open, Presence.ABSENT));
    }

    @Test
    void shouldShowALiveBookWhileConnectedAndNoneElse() {
        awaitThat(() -> adapter.quote(SYMBOL).live());
        final VenueQuote quote = adapter.quote(SYMBOL);
        final BigDecimal bid = big(quote.bids().get(0).price());
        final BigDecimal ask = big(quote.asks().get(0).price());
        assertTrue(bid.compareTo(ask) < 0, bid + " < " + ask);
        assertTrue(bid.doubleValue() > 40_000 && ask.doubleValue() < 60_000, bid + " " + ask);
        venue.close();
        awaitThat(() -> !adapter.isConnected());
        assertFalse(adapter.quote(SYMBOL).live());
        assertEquals(List.of(), adapter.quote(SYMBOL).bids());
    }

    protected final VenueOrder order(
            final Side side, final String qty, final String price, final TimeInForce timeInForce) {
        final long id = ++ids;
        return new VenueOrder(
                id,
                "CT" + Long.toString(System.nanoTime(), 36) + "-" + id,
                SYMBOL,
                side,
                OrdType.LIMIT,
                timeInForce,
                Decimals.parse(qty),
                Decimals.parse(price));
    }

    protected final void send(final VenueOrder order) {
        awaitThat(() -> adapter.trySend(order));
    }

    protected final void cancel(final VenueOrder order, final String venueOrderId) {
        awaitThat(() -> adapter.tryCancel(cancelOf(order, venueOrderId)));
    }

    private VenueCancel cancelOf(final VenueOrder order, final String venueOrderId) {
        return new VenueCancel(
                order.childOrderId(),
                order.venueClOrdId() + "-X",
                order.venueClOrdId(),
                venueOrderId,
                SYMBOL,
                order.side(),
                order.orderQty());
    }

    protected final VenueQuery query(final VenueOrder order) {
        return new VenueQuery(
                order.childOrderId(),
                order.venueClOrdId(),
                "",
                SYMBOL,
                order.side(),
                order.orderQty(),
                Decimal.ZERO,
                System.currentTimeMillis() * 1_000_000L);
    }

    /** Asks until there is an answer that means something. */
    protected final QueryAnswered ask(final VenueOrder order) {
        while (true) {
            final int before = answers(order).size();
            awaitThat(() -> adapter.tryQuery(query(order)));
            awaitThat(() -> answers(order).size() > before);
            final QueryAnswered answer = answers(order).get(before);
            if (answer.presence() != Presence.COULD_NOT_ASK) {
                return answer;
            }
        }
    }

    protected final void reconcile(final List<VenueQuery> open) {
        final int before = reports.of(Reconciled.class, report -> true).size();
        awaitThat(() -> adapter.tryReconcile(open));
        awaitThat(() -> reports.of(Reconciled.class, report -> true).size() > before);
        assertTrue(reports.of(Reconciled.class, report -> true).get(before).complete());
    }

    protected final void awaitThat(final BooleanSupplier condition) {
        awaitThat(condition, 1_000);
    }

    private void awaitThat(final BooleanSupplier condition, final int reportsAtOnce) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE)
                .until(() -> {
                    adapter.poll(reports, reportsAtOnce);
                    return condition.getAsBoolean();
                });
    }

    private boolean sawDown() {
        return reports.of(io.weir.venue.report.ConnectionChanged.class, change -> change.state() == VenueState.DOWN)
                        .size()
                > 0;
    }

    protected final OrderAccepted accepted(final VenueOrder order) {
        return first(OrderAccepted.class, order.venueClOrdId(), OrderAccepted::venueClOrdId);
    }

    protected final OrderClosed closed(final VenueOrder order) {
        return first(OrderClosed.class, order.venueClOrdId(), OrderClosed::venueClOrdId);
    }

    private <T extends io.weir.venue.report.VenueReport> T first(
            final Class<T> kind, final String id, final java.util.function.Function<T, String> idOf) {
        final List<T> found = reports.of(kind, report -> idOf.apply(report).equals(id));
        return found.isEmpty() ? null : found.get(0);
    }

    private List<OrderRefused> refusals(final VenueOrder order) {
        return reports.of(OrderRefused.class, report -> report.venueClOrdId().equals(order.venueClOrdId()));
    }

    private List<QueryAnswered> answers(final VenueOrder order) {
        return reports.of(QueryAnswered.class, report -> report.venueClOrdId().equals(order.venueClOrdId()));
    }

    private List<QueryAnswered> answers(final VenueOrder order, final Presence presence) {
        return answers(order).stream()
                .filter(answer -> answer.presence() == presence)
                .toList();
    }

    /** {@return what was traded, each execution counted once} */
    protected final BigDecimal traded(final VenueOrder order) {
        final List<String> seen = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (final Fill fill : reports.fills(order.venueClOrdId())) {
            if (!seen.contains(fill.venueExecId())) {
                seen.add(fill.venueExecId());
                sum = sum.add(big(fill.lastQty()));
            }
        }
        return sum;
    }

    private List<String> execIds(final VenueOrder order) {
        return reports.fills(order.venueClOrdId()).stream()
                .map(Fill::venueExecId)
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return ids of the executions as the adapter under test would name them} */
    protected abstract String execIdOf(String executionJson);

    private List<String> venueExecIds(final VenueOrder order) {
        final List<String> ids = new ArrayList<>();
        venue.audit().executions(null, line -> {
            if (line.contains("\"" + order.venueClOrdId() + "\"")) {
                ids.add(execIdOf(line));
            }
        });
        return ids.stream().sorted().toList();
    }

    private List<String> venueOrders(final VenueOrder order) {
        final List<String> lines = new ArrayList<>();
        venue.audit().orders(null, line -> {
            if (line.contains("\"" + order.venueClOrdId() + "\"")) {
                lines.add(line);
            }
        });
        return lines;
    }

    protected static BigDecimal big(final Decimal number) {
        return BigDecimal.valueOf(number.mantissa(), number.scale());
    }
}
