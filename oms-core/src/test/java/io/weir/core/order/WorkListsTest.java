package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.protocol.fix.Side.BUY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.fix.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told and done at the timer. */
class WorkListsTest {
    private static final long HALF_A_DAY_MS = 43_200_000;

    private final TradingKit kit = TradingKit.open();

    @Test
    void shouldTellANewEdgeWhereItStands() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.order(kit.limit("A-2", BUY, "1", "49000"));
        kit.order(kit.limit("A-3", BUY, "1", "49000"));
        kit.order(kit.limit("A-4", BUY, "1", "49000"));
        kit.accepted(ALPHA, 2);
        kit.accepted(ALPHA, 3);
        kit.fill(ALPHA, 2, "X1", BUY, "0.25", "49000");
        kit.replace("R-3", "A-3", BUY, "2", "49000");
        kit.cancel("C-4", "A-4", BUY);
        assertEquals(
                List.of(
                        "ALPHA is DOWN",
                        "ask 1 at 1 BUY 1.000000@49000.00 GOOD_TILL_CANCEL again",
                        "open 2 at 1 cum 0.250000",
                        "open 3 at 1 cum 0.000000",
                        "replace 3 at 1 revision 1: 2.000000@49000.00 again",
                        "ask 4 at 1 BUY 1.000000@49000.00 GOOD_TILL_CANCEL again",
                        "cancel 4 at 1 attempt 2",
                        "standing of 1 told, epoch 2"),
                kit.edgeStarted(ALPHA, 2));
        assertEquals(
                List.of("standing of 2 told, epoch 1"), kit.edgeStarted(BETA, 1).subList(1, 2));
    }

    @Test
    void shouldKeepOrdersThatCanWaitForAVenueWhoseEdgeHasJustStarted() {
        kit.edgeStarted(ALPHA, 2);
        kit.edgeStarted(BETA, 2);
        kit.state(ALPHA, VenueState.DOWN);
        assertEquals(3, kit.order(kit.limit("A-1", BUY, "1", "49000")).size());
        assertEquals(
                List.of("REJECTED A-2 order 2 REJECTED qty 1.000000 leaves 0.000000 cum 0.000000 EXCHANGE_CLOSED"),
                kit.order(kit.limit("A-2", BUY, "1", "49000", TimeInForce.IMMEDIATE_OR_CANCEL)));
        kit.after(10_000);
        assertEquals(
                List.of("REJECTED A-3 order 3 REJECTED qty 1.000000 leaves 0.000000 cum 0.000000 EXCHANGE_CLOSED"),
                kit.order(kit.limit("A-3", BUY, "1", "49000")));
    }

    @Test
    void shouldTellALongStandingInParts() {
        for (int i = 1; i <= 500; i++) {
            kit.order(kit.limit("A-" + i, BUY, "0.001", "49000"));
        }
        kit.tick();
        final List<String> first = kit.edgeStarted(ALPHA, 2);
        assertTrue(first.size() < 2 * WorkLists.EVENTS_A_CALL, "said " + first.size());
        kit.closed(ALPHA, 200, VenueClosedAs.CANCELED, "0");
        kit.take();
        final List<String> rest = kit.tick();
        assertEquals(
                1, rest.stream().filter("standing of 1 told, epoch 2"::equals).count());
        final long told = first.stream().filter(line -> line.startsWith("ask")).count()
                + rest.stream().filter(line -> line.startsWith("ask")).count();
        assertEquals(499, told);
    }

    @Test
    void shouldExpireDayOrdersAtMidnightUtc() {
        kit.order(kit.limit("A-1", BUY, "1", "49000", TimeInForce.DAY));
        kit.order(kit.limit("A-2", BUY, "1", "49000"));
        kit.outage(HALF_A_DAY_MS - 1);
        kit.up(ALPHA);
        kit.tick();
        kit.after(1);
        kit.up(ALPHA);
        assertEquals(List.of("cancel 1 at 1 attempt 1"), kit.tick());
        assertEquals(
                List.of("EXPIRED A-1 order 1 EXPIRED qty 1.000000 leaves 0.000000 cum 0.000000"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0"));
    }

    @Test
    void shouldCancelWhatAKillSwitchCovers() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.order(kit.limit("A-2", BUY, "1", "49000"));
        kit.tick();
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.ACCOUNT, "ACC", true, true, "ops"));
        assertEquals(List.of("KillSwitchChanged[scope=ACCOUNT, name=ACC, engaged=true, text=ops]"), kit.take());
        assertEquals(List.of("cancel 1 at 1 attempt 1", "cancel 2 at 1 attempt 1"), kit.tick());
        assertEquals(
                List.of("CANCELED A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.000000"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0"));
    }

    @Test
    void shouldMoveOrdersFromAKilledVenue() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.tick();
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.VENUE, "ALPHA", true, true, "ops"));
        kit.take();
        assertEquals(List.of("cancel 1 at 1 attempt 1"), kit.tick());
        assertEquals(
                List.of(
                        "routed order 1 round 2, ALPHA 0, BETA 1000000",
                        "ask 2 at 2 BUY 1.000000@49000.00 GOOD_TILL_CANCEL"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0"));
    }

    @Test
    void shouldRefuseASwitchThatNamesNothing() {
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.VENUE, "GAMMA", true, true, "ops"));
        assertEquals(List.of("refused: name 'GAMMA' is no VENUE that is defined"), kit.take());
    }

    @Test
    void shouldTellEachChangedBalanceOnceATick() {
        for (int i = 1; i <= 100; i++) {
            kit.order(kit.limit("A-" + i, BUY, "0.01", "49000"));
        }
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 49049.00000000"), kit.tick());
        assertEquals(List.of(), kit.tick());
    }

    @Test
    void shouldTakeASilentVenueForDownButNotForAnOutageOfTheLog() {
        for (int second = 0; second < 10; second++) {
            kit.after(1_000);
            kit.up(BETA);
            assertEquals(List.of(), kit.tick());
        }
        kit.outage(3_600_000);
        assertEquals(List.of(), kit.tick());
        kit.up(BETA);
        kit.after(1_000);
        assertEquals(List.of("ALPHA is DOWN"), kit.tick());
    }

    @Test
    void shouldOpenTheBreakerAfterFailuresInARowAndTryAgainLater() {
        kit.gone(BETA);
        kit.take();
        for (int i = 1; i < 20; i++) {
            kit.order(kit.limit("A-" + i, BUY, "0.01", "49000"));
            kit.rejected(ALPHA, i, VenueRejectReason.NOT_SENT);
        }
        kit.order(kit.limit("A-20", BUY, "0.01", "49000"));
        assertEquals(
                "ALERT venue ALPHA: breaker open for 5 s after failures in a row",
                kit.rejected(ALPHA, 20, VenueRejectReason.NOT_SENT).get(0));
        assertEquals(
                List.of("REJECTED A-21 order 21 REJECTED qty 0.010000 leaves 0.000000 cum 0.000000 EXCHANGE_CLOSED"),
                kit.order(ioc("A-21")));
        kit.after(5_000);
        kit.up(ALPHA);
        assertEquals(3, kit.order(ioc("A-22")).size());
        assertEquals(1, kit.order(ioc("A-23")).size());
        kit.accepted(ALPHA, 21);
        assertEquals(3, kit.order(ioc("A-24")).size());
    }

    @Test
    void shouldLetAnOrderThatMayRestWaitBehindAnOpenBreakerWhenThereIsNoOtherVenue() {
        kit.gone(BETA);
        kit.take();
        for (int i = 1; i <= 20; i++) {
            kit.order(kit.limit("A-" + i, BUY, "0.01", "49000"));
            kit.rejected(ALPHA, i, VenueRejectReason.NOT_SENT);
        }
        assertEquals(1, kit.order(ioc("A-21")).size());
        assertEquals(3, kit.order(kit.limit("A-22", BUY, "0.01", "49000")).size());
    }

    private NewOrderSingle ioc(final String clOrdId) {
        return kit.limit(clOrdId, BUY, "0.01", "49000", TimeInForce.IMMEDIATE_OR_CANCEL);
    }
}
