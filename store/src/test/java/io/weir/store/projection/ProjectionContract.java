package io.weir.store.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.InstrumentDefined;
import io.weir.protocol.event.KillSwitchChanged;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.event.RouteChoice;
import io.weir.protocol.event.VenueDefined;
import io.weir.protocol.event.VenueStateChanged;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import io.weir.store.ExecutionRow;
import io.weir.store.OrderRow;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.query.ExecutionQuery;
import io.weir.store.query.Filters;
import io.weir.store.query.OrderQuery;
import io.weir.store.query.StoreAudit;
import io.weir.store.query.StoreQueries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the projection promises on any database. */
abstract class ProjectionContract {
    private static final long T0 = TimeUnit.SECONDS.toNanos(1_700_000_000L);

    protected final ManualClock clock = new ManualClock();
    private final RecordedJournal journal = new RecordedJournal();
    private Store store;
    private StoreProjector projector;

    /** {@return settings of an empty database, the same one each time in one test} */
    abstract StoreConfig config();

    @BeforeEach
    void open() {
        store = new Store(config());
        projector = new StoreProjector(store, journal, clock, clock);
    }

    @AfterEach
    void close() {
        projector.onClose();
    }

    @Test
    void shouldTellAnOrdersLifeInOneRowAndEachReportInItsOwn() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(T0, a.accepted(T0 + 1_234), a.filled(4, 49_990, "KRAKEN", "K-1", T0 + 2_000));
        project();
        journal.say(T0, a.filled(6, 50_000, "BINANCE", "B-1", T0 + 3_000));
        project();

        final OrderRow order = onlyOrder();
        assertEquals(OrdStatus.FILLED, order.ordStatus());
        assertEquals(new BigDecimal("10"), order.cumQty());
        assertEquals(new BigDecimal("0"), order.leavesQty());
        assertEquals(new BigDecimal("499960"), order.cumNotional());
        assertEquals(new BigDecimal("49996"), order.avgPx());
        assertEquals(new BigDecimal("50000"), order.price());
        assertEquals("BUY LIMIT GOOD_TILL_CANCEL", order.side() + " " + order.ordType() + " " + order.timeInForce());
        assertEquals(7, order.sessionId());
        assertEquals(Instant.ofEpochSecond(1_700_000_000L, 1_000), order.createdAt(), "cut to microseconds");
        assertEquals(Instant.ofEpochSecond(1_700_000_000L, 3_000), order.updatedAt());

        final List<ExecutionRow> executions = executions();
        assertEquals(3, executions.size());
        final ExecutionRow last = executions.get(0);
        assertEquals(ExecType.TRADE, last.execType());
        assertEquals(new BigDecimal("6"), last.lastQty());
        assertEquals(new BigDecimal("1.25"), last.commission());
        assertEquals(
                "BINANCE B-1 USD 1001",
                last.lastMkt() + " " + last.venueExecId() + " " + last.commCurrency() + " " + last.childOrderId());
        final ExecutionRow first = executions.get(2);
        assertEquals(ExecType.NEW, first.execType());
        assertNull(first.lastQty());
        assertEquals("", first.venueExecId());
        assertEquals(List.of(), new StoreAudit(store).differences());
    }

    @Test
    void shouldRoundTheAveragePriceOnlyOnce() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(
                T0, a.accepted(T0), a.filled(1, 50_000, "KRAKEN", "K-1", T0), a.filled(2, 50_001, "KRAKEN", "K-2", T0));
        project();
        assertEquals(new BigDecimal("50000.666666666666666667"), onlyOrder().avgPx());
        assertEquals(new BigDecimal("150002"), onlyOrder().cumNotional());
    }

    @Test
    void shouldKeepTheNewClOrdIdOfAReplacedOrder() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(T0, a.accepted(T0), a.replaced("A-2", T0 + 1_000), a.canceled(T0 + 2_000));
        project();
        assertEquals("A-2", onlyOrder().clOrdId());
        assertEquals(OrdStatus.CANCELED, onlyOrder().ordStatus());
        assertEquals("A-1", executions().get(1).origClOrdId());
        final OrderQuery byOld = OrderQuery.read(new Filters(Map.of("clOrdId", "A-1")));
        assertEquals(1, new StoreQueries(store).orders(byOld).rows().size());
        final ExecutionQuery byNew = ExecutionQuery.read(new Filters(Map.of("clOrdId", "A-2")));
        assertEquals(3, new StoreQueries(store).executions(byNew).rows().size());
    }

    @Test
    void shouldShowNoPriceForAMarketOrder() throws Exception {
        journal.say(T0, new Reports(1, "A-1", "ACC-A", 1, 0).accepted(T0));
        project();
        assertNull(onlyOrder().price());
    }

    @Test
    void shouldRecordADuplicateClOrdIdWithoutAnOrder() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(T0, a.accepted(T0), new Reports(0, "A-1", "ACC-A", 1, 1).rejected("ClOrdID(11) A-1 was used", T0));
        project();
        assertEquals(OrdStatus.NEW, onlyOrder().ordStatus());
        final ExecutionRow reject = executions().get(0);
        assertEquals(0, reject.orderId());
        assertEquals("ORDER_EXCEEDS_LIMIT", reject.ordRejReason());
        assertEquals("ClOrdID(11) A-1 was used", reject.text());
        assertEquals(List.of(), new StoreAudit(store).differences());
    }

    @Test
    void shouldAddNothingForAStatusRequestOrAReportSaidAgain() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        final var accepted = a.accepted(T0);
        journal.say(T0, accepted, a.status(T0 + 5_000), Reports.again(accepted));
        project();
        assertEquals(1, executions().size());
        assertEquals(1, onlyOrder().eventSeq());
    }

    @Test
    void shouldProjectReferenceDataBalancesSwitchesAndRoutes() throws Exception {
        journal.say(
                T0,
                new InstrumentDefined(1, "BTC-USD", "BTC", "USD", 2, 6, 1, 10, 10, 1_000_000_000, 100_000_000),
                new InstrumentDefined(1, "BTC-USD", "BTC", "USD", 2, 6, 5, 10, 10, 1_000_000_000, 100_000_000),
                new VenueDefined(3, "KRAKEN"),
                new VenueStateChanged(3, "KRAKEN", VenueState.UP, "logged on"),
                new BalanceChanged("ACC-A", "KRAKEN", "USD", 2, 500, 100),
                new BalanceChanged("ACC-A", "KRAKEN", "USD", 2, 12_345, 45),
                new KillSwitchChanged(KillScope.ACCOUNT, "ACC-B", true, "ops: limits"),
                new Alert("venue KRAKEN", "late fill"),
                Reports.order(1, "A-1").accepted(T0),
                new OrderRouted(
                        1,
                        1,
                        List.of(
                                new RouteChoice("KRAKEN", 4_000_000, 9_100, 1_001, "best price"),
                                new RouteChoice("BINANCE", 0, 0, 0, "down"))));
        project();
        journal.say(T0, new OrderRouted(1, 2, List.of(new RouteChoice("KRAKEN", 1_500_000, 1, 1_002, "again"))));
        journal.say(T0, new KillSwitchChanged(KillScope.ACCOUNT, "ACC-B", false, "ops: done"));
        project();

        final String all = String.join("\n", Tables.all(store));
        assertTrue(all.contains("balances account=ACC-A venue=KRAKEN asset=USD total=123.45 reserved=0.45"), all);
        assertTrue(all.contains("tick_size=0.05 lot_size=0.00001"), all);
        assertTrue(all.contains("venues venue_id=3 name=KRAKEN state=UP text=logged on"), all);
        assertTrue(all.contains("kill_switches scope=ACCOUNT name=ACC-B engaged=false text=ops: done"), all);
        assertTrue(all.contains("subject=venue KRAKEN text=late fill"), all);
        assertTrue(all.contains("why=KRAKEN 4.000000 score=9100 child=1001: best price; BINANCE -: down"), all);
        assertTrue(all.contains("routing_round=2 why=KRAKEN 1.500000 score=1 child=1002: again"), all);
        assertEquals(1, Tables.count(store, "balances"));
    }

    @Test
    void shouldHaveTheSameRowsWhereverAReaderBeginsAgain() throws Exception {
        final List<List<String>> results = new ArrayList<>();
        History.write(journal, T0, 300, 42);
        project();
        results.add(rows());
        // The stored position is pushed back, as if a reader handed on again what is stored.
        for (final int index : new int[] {0, 7, 150, 290}) {
            moveStoredPositionBack(journal.positionBehind(index));
            restart();
            project();
            results.add(rows());
            assertTrue(projector.counters().seenAgain() > 0);
        }
        for (final List<String> result : results) {
            assertEquals(results.get(0), result);
        }
    }

    @Test
    void shouldForgetABatchThatWasNotCommitted() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(T0, a.accepted(T0));
        project();
        journal.say(T0, a.filled(10, 50_000, "KRAKEN", "K-1", T0));
        projector.doWork();
        assertEquals(OrdStatus.NEW, onlyOrder().ordStatus(), "read, and not written yet");

        abandon();
        project();
        assertEquals(OrdStatus.FILLED, onlyOrder().ordStatus());
        assertEquals(2, executions().size());
    }

    @Test
    void shouldGoOnWhereItEndedAfterAReaderFailed() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(T0, a.accepted(T0));
        project();
        journal.failReaders("archive restarted");
        projector.doWork();
        assertEquals(1, projector.counters().failures());
        clock.advance(1, TimeUnit.SECONDS);
        assertEquals(ProjectorStatus.State.DOWN, statusAfterWork().state());
        assertTrue(projector.status().detail().contains("archive restarted"));

        journal.failReaders("");
        journal.say(T0, a.canceled(T0));
        clock.advance(10, TimeUnit.SECONDS);
        project();
        assertEquals(OrdStatus.CANCELED, onlyOrder().ordStatus());
        assertEquals(ProjectorStatus.State.UP, statusAfterWork().state());
    }

    @Test
    void shouldWriteTheSameRowsInBatchesOfAnySize() throws Exception {
        History.write(journal, T0, 500, 7);
        project();
        final List<String> inOne = Tables.all(store);
        projector.onClose();
        store = new Store(config());
        store.openWriter().close();
        store.setAside(Instant.ofEpochMilli(clock.time()));
        final StoreConfig c = config();
        store = new Store(new StoreConfig(
                c.directory(), c.url(), c.user(), c.password(), 1, 3, c.batchTime(), 396, 10_000, c.queryTimeout()));
        projector = new StoreProjector(store, journal, clock, clock);
        project();
        assertTrue(projector.counters().batches() > 150);
        assertEquals(inOne, Tables.all(store));
        assertEquals(List.of(), new StoreAudit(store).differences());
    }

    @Test
    void shouldBeBuiltAgainWhenTheJournalIsAnotherOne() throws Exception {
        History.write(journal, T0, 50, 1);
        project();
        final RecordedJournal other = new RecordedJournal(1_000);
        History.write(other, T0, 200, 2);
        projector.onClose();
        store = new Store(config());
        // The other journal has an event ending at the same place, so only the number tells.
        store.openWriter().close();
        moveStoredPosition(other.positionBehind(0), store);
        projector = new StoreProjector(store, other, clock, clock);
        project();
        assertEquals(1, projector.counters().setAside());
        assertEquals(200, Tables.number(store, "select event_seq - 999 from projection_position"));
        assertEquals(List.of(), new StoreAudit(store).differences());
    }

    @Test
    void shouldSayWhereHistoryBeginsWhenTheJournalWasPurged() throws Exception {
        History.write(journal, T0, 50, 1);
        journal.purgeTo(20);
        project();
        assertTrue(
                statusAfterWork().detail().contains("history begins at event 21"),
                projector.status().detail());
        assertEquals(0, projector.counters().setAside());
        assertEquals(50, projector.status().eventSeq());
    }

    @Test
    void shouldTakeWhatTheJournalHasWhenItWasPurgedBeyondTheStore() throws Exception {
        final Reports a = Reports.order(1, "A-1");
        journal.say(T0, a.accepted(T0));
        project();
        restart();
        journal.say(
                T0,
                Reports.order(2, "A-2").accepted(T0),
                Reports.order(3, "A-3").accepted(T0),
                a.canceled(T0));
        journal.purgeTo(2);
        project();
        assertEquals(0, projector.counters().setAside());
        assertEquals(2, Tables.count(store, "orders"), "orders 1 and 3");
        assertTrue(
                statusAfterWork().detail().contains("history begins at event 3"),
                projector.status().detail());
    }

    @Test
    void shouldKeepTheNewestAlertsOnly() throws Exception {
        projector.onClose();
        final StoreConfig c = config();
        store = new Store(new StoreConfig(
                c.directory(), c.url(), c.user(), c.password(), 1, 100, c.batchTime(), 396, 5, c.queryTimeout()));
        projector = new StoreProjector(store, journal, clock, clock);
        for (int i = 1; i <= 12; i++) {
            journal.say(T0, new Alert("subject " + i, "text"));
        }
        project();
        journal.say(T0, new Alert("subject 13", "text"));
        project();
        assertEquals(5, Tables.count(store, "alerts"));
        assertEquals(9, Tables.number(store, "select min(event_seq) from alerts"));
    }

    @Test
    void shouldDeleteClosedOrdersAfterTheirRetention() throws Exception {
        final long old = clock.nanoTime() - TimeUnit.DAYS.toNanos(400);
        final long young = clock.nanoTime() - TimeUnit.DAYS.toNanos(10);
        final Reports closedLongAgo = Reports.order(1, "A-1");
        final Reports openSinceLongAgo = Reports.order(2, "A-2");
        final Reports closedNow = Reports.order(1 + 2 * Retention.STEP, "A-3");
        journal.say(old, closedLongAgo.accepted(old), openSinceLongAgo.accepted(old), closedNow.accepted(old));
        journal.say(old, new OrderRouted(1, 1, List.of(new RouteChoice("KRAKEN", 1, 1, 1, "best"))));
        journal.say(old, closedLongAgo.canceled(old));
        journal.say(old, new Reports(0, "A-1", "ACC-A", 1, 1).rejected("used", old));
        journal.say(young, closedNow.canceled(young));
        project();
        for (int i = 0; i < 5; i++) {
            clock.advance(1, TimeUnit.SECONDS);
            projector.doWork();
        }
        assertEquals(2, Tables.count(store, "orders"));
        assertEquals(3, Tables.count(store, "executions"));
        assertEquals(0, Tables.count(store, "routes"));
        assertEquals(5, projector.counters().deletedRows());
    }

    @Test
    void shouldCarryThePositionForwardWhenNothingMakesARow() throws Exception {
        journal.say(T0, new Pulse(1, List.of()));
        projector.doWork();
        clock.advance(1, TimeUnit.SECONDS);
        projector.doWork();
        assertEquals(0, projector.counters().batches());
        clock.advance(10, TimeUnit.SECONDS);
        projector.doWork();
        assertEquals(1, projector.counters().batches());
        assertEquals(journal.recordedPosition(), statusAfterWork().position());
    }

    @Test
    void shouldCutATextThatDoesNotFitAndReplaceWhatADatabaseRefuses() throws Exception {
        journal.say(T0, new Alert("a\0b", "x".repeat(256)));
        project();
        assertEquals(1, Tables.number(store, "select count(*) from alerts where subject = 'a?b'"));
    }

    private void moveStoredPositionBack(final long position) throws Exception {
        moveStoredPosition(position, store);
    }

    private static void moveStoredPosition(final long position, final Store store) throws Exception {
        try (var connection = store.openWriter();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update projection_position set journal_position = " + position);
            connection.commit();
        }
    }

    /** The projector goes without a word, as in a SIGKILL; the database has what was committed. */
    private void abandon() {
        store.close();
        projector = new StoreProjector(store, journal, clock, clock);
    }

    private void restart() {
        projector.onClose();
        projector = new StoreProjector(store, journal, clock, clock);
    }

    private ProjectorStatus statusAfterWork() {
        clock.advance(1, TimeUnit.SECONDS);
        projector.doWork();
        return projector.status();
    }

    /** Works until all that is recorded is stored. */
    private void project() {
        int idle = 0;
        while (idle < 3) {
            clock.advance(110, TimeUnit.MILLISECONDS);
            idle = projector.doWork() == 0 ? idle + 1 : 0;
        }
        assertFalse(projector.status().detail().isEmpty());
    }

    /** All rows but the position. */
    private List<String> rows() throws Exception {
        return Tables.all(store).stream()
                .filter(line -> !line.startsWith("projection_position"))
                .toList();
    }

    private OrderRow onlyOrder() throws Exception {
        final List<OrderRow> orders =
                new StoreQueries(store).orders(OrderQuery.NEWEST).rows();
        assertEquals(1, orders.size());
        return orders.get(0);
    }

    private List<ExecutionRow> executions() throws Exception {
        return new StoreQueries(store).executions(ExecutionQuery.NEWEST).rows();
    }
}
