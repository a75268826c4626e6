package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.protocol.fix.Side.BUY;
import static io.weir.protocol.fix.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.fix.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order from New to its end, without requests about it. */
class NewOrderTest {
    private final TradingKit kit = TradingKit.open();

    @Test
    void shouldSayNewBeforeAnyVenueIsAsked() {
        assertEquals(
                List.of(
                        "NEW A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                        "routed order 1 round 1, ALPHA 1000000, BETA 0",
                        "ask 1 at 1 BUY 1.000000@49000.00 GOOD_TILL_CANCEL"),
                kit.order(kit.limit("A-1", BUY, "1", "49000")));
    }

    @Test
    void shouldReportPartialFillThenFill() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(List.of(), kit.accepted(ALPHA, 1));
        assertEquals(
                List.of(
                        "TRADE A-1 order 1 PARTIALLY_FILLED last 0.400000@48999.99 qty 1.000000 leaves 0.600000 cum 0.400000"),
                kit.fill(ALPHA, 1, "X1", BUY, "0.4", "48999.99"));
        assertEquals(
                List.of("TRADE A-1 order 1 FILLED last 0.600000@49000.00 qty 1.000000 leaves 0.000000 cum 1.000000"),
                kit.fill(ALPHA, 1, "X2", BUY, "0.6", "49000"));
        assertEquals(List.of(), kit.closed(ALPHA, 1, VenueClosedAs.FILLED, "1"));
    }

    @Test
    void shouldNotUseIdsOfALostPastAgain() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.accepted(ALPHA, 1);
        kit.desk.raiseIds(1_000_000);
        assertEquals(
                List.of(
                        "NEW A-2 order 1000002 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                        "routed order 1000002 round 1, ALPHA 1000000, BETA 0",
                        "ask 1000002 at 1 BUY 1.000000@49000.00 GOOD_TILL_CANCEL"),
                kit.order(kit.limit("A-2", BUY, "1", "49000")));
        final List<String> replace = kit.replace("A-3", "A-1", BUY, "2", "49000");
        assertTrue(replace.toString().contains("1001"), replace.toString());
    }

    @Test
    void shouldSpreadAMarketableOrderOverTwoVenues() {
        assertEquals(
                List.of(
                        "NEW A-1 order 1 NEW qty 8.000000 leaves 8.000000 cum 0.000000",
                        "routed order 1 round 1, ALPHA 5000000, BETA 3000000",
                        "ask 1 at 1 BUY 5.000000@50010.00 GOOD_TILL_CANCEL",
                        "ask 2 at 2 BUY 3.000000@50010.00 GOOD_TILL_CANCEL"),
                kit.order(kit.limit("A-1", BUY, "8", "50010")));
        kit.fill(BETA, 2, "Y1", BUY, "3", "50000.01");
        assertEquals(
                List.of("TRADE A-1 order 1 FILLED last 5.000000@50000.00 qty 8.000000 leaves 0.000000 cum 8.000000"),
                kit.fill(ALPHA, 1, "X1", BUY, "5", "50000"));
    }

    @Test
    void shouldSendAMarketOrderAsImmediateLimitAtItsCollar() {
        assertEquals(
                List.of(
                        "NEW A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                        "routed order 1 round 1, ALPHA 1000000, BETA 0",
                        "ask 1 at 1 BUY 1.000000@55000.00 IMMEDIATE_OR_CANCEL"),
                kit.order(kit.market("A-1", BUY, "1")));
        assertEquals(
                "ask 2 at 1 SELL 1.000000@45000.00 IMMEDIATE_OR_CANCEL",
                kit.order(kit.market("A-2", SELL, "1")).get(2));
    }

    @Test
    void shouldSendAMarketOrderAsSuchWhereThereIsNoCollar() {
        kit.defineBtc("0.01", 0);
        kit.take();
        assertEquals(
                "ask 1 at 1 BUY 1.000000 market IMMEDIATE_OR_CANCEL",
                kit.order(kit.market("A-1", BUY, "1")).get(2));
    }

    @Test
    void shouldTakeWhatIsLeftOfAMarketOrderToTheNextVenue() {
        kit.order(kit.market("A-1", BUY, "1"));
        kit.fill(ALPHA, 1, "X1", BUY, "0.25", "50000");
        assertEquals(
                List.of(
                        "routed order 1 round 2, ALPHA 0, BETA 750000",
                        "ask 2 at 2 BUY 0.750000@55000.00 IMMEDIATE_OR_CANCEL"),
                kit.closed(ALPHA, 1, VenueClosedAs.EXPIRED, "0.25"));
        assertEquals(
                List.of("CANCELED A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.250000"),
                kit.closed(BETA, 2, VenueClosedAs.EXPIRED, "0"));
    }

    @Test
    void shouldCancelWhatAnImmediateOrderCouldNotTrade() {
        kit.order(kit.limit("A-1", BUY, "1", "50000", TimeInForce.IMMEDIATE_OR_CANCEL));
        kit.fill(ALPHA, 1, "X1", BUY, "0.5", "50000");
        assertEquals(
                List.of("CANCELED A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.500000"),
                kit.closed(ALPHA, 1, VenueClosedAs.EXPIRED, "0.5"));
    }

    @Test
    void shouldSendAFillOrKillWhollyToOneVenueOrCancelIt() {
        assertEquals(
                List.of(
                        "NEW A-1 order 1 NEW qty 8.000000 leaves 8.000000 cum 0.000000",
                        "routed order 1 round 1, ALPHA 8000000, BETA 0",
                        "ask 1 at 1 BUY 8.000000@50010.00 FILL_OR_KILL"),
                kit.order(kit.limit("A-1", BUY, "8", "50010", TimeInForce.FILL_OR_KILL)));
        assertEquals(
                List.of("CANCELED A-1 order 1 CANCELED qty 8.000000 leaves 0.000000 cum 0.000000"),
                kit.closed(ALPHA, 1, VenueClosedAs.EXPIRED, "0"));
    }

    @Test
    void shouldRouteAgainWhatAVenueHasProvedDead() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(
                List.of(
                        "routed order 1 round 2, ALPHA 0, BETA 1000000",
                        "ask 2 at 2 BUY 1.000000@49000.00 GOOD_TILL_CANCEL"),
                kit.rejected(ALPHA, 1, VenueRejectReason.REFUSED));
        assertEquals(
                List.of("CANCELED A-1 order 1 CANCELED qty 1.000000 leaves 0.000000 cum 0.000000"),
                kit.rejected(BETA, 2, VenueRejectReason.NOT_SENT));
    }

    @Test
    void shouldEndTheWholeOrderWhenAPartCannotBePlacedAgain() {
        kit.order(kit.limit("A-1", BUY, "8", "50010"));
        kit.gone(ALPHA);
        kit.take();
        assertEquals(List.of("cancel 1 at 1 attempt 1"), kit.rejected(BETA, 2, VenueRejectReason.REFUSED));
        assertEquals(
                List.of("CANCELED A-1 order 1 CANCELED qty 8.000000 leaves 0.000000 cum 0.000000"),
                kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "0"));
    }

    @Test
    void shouldHoldAnOrderInDoubtUntilTheVenueProvesAnEnd() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(List.of(), kit.inDoubt(ALPHA, 1));
        kit.after(9_000);
        kit.up(ALPHA);
        kit.up(BETA);
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 49049.00000000"), kit.tick());
        assertEquals(
                List.of(
                        "routed order 1 round 2, ALPHA 0, BETA 1000000",
                        "ask 2 at 2 BUY 1.000000@49000.00 GOOD_TILL_CANCEL"),
                kit.rejected(ALPHA, 1, VenueRejectReason.ABSENT));
    }

    @Test
    void shouldLetAnOrderInDoubtLiveWhenTheVenueHasIt() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.inDoubt(ALPHA, 1);
        assertEquals(List.of(), kit.accepted(ALPHA, 1));
        assertEquals(
                List.of("TRADE A-1 order 1 FILLED last 1.000000@49000.00 qty 1.000000 leaves 0.000000 cum 1.000000"),
                kit.fill(ALPHA, 1, "X1", BUY, "1", "49000"));
    }

    @Test
    void shouldAnswerAPossResendOfAKnownOrderWithItsStatus() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        final var again = kit.limit("A-1", BUY, "1", "49000");
        final var resend = new NewOrderSingle(
                kit.fix(true),
                again.clOrdId(),
                again.account(),
                again.symbol(),
                again.side(),
                again.ordType(),
                again.timeInForce(),
                again.orderQty(),
                again.price(),
                "");
        assertEquals(
                List.of("ORDER_STATUS A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000"), kit.order(resend));
    }

    @Test
    void shouldTellTheStatusOfOrders() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(
                List.of("ORDER_STATUS A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000"),
                kit.status("A-1", BUY));
        assertEquals(
                List.of("ORDER_STATUS A-9 order 0 REJECTED qty 0 leaves 0 cum 0 UNKNOWN_ORDER"),
                kit.status("A-9", BUY));
    }

    @Test
    void shouldLetAClOrdIdBeUsedAgainOnAnotherDayOnceItsOrderIsClosed() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.order(kit.limit("A-2", BUY, "1", "49000"));
        kit.fill(ALPHA, 1, "X1", BUY, "1", "49000");
        kit.outage(24 * 3_600_000L);
        kit.up(ALPHA);
        kit.up(BETA);
        kit.quote(ALPHA, "49999.99", "50000.00");
        kit.take();
        assertEquals(
                "NEW A-1 order 3 NEW qty 2.000000 leaves 2.000000 cum 0.000000",
                kit.order(kit.limit("A-1", BUY, "2", "49000")).get(0));
        assertEquals(
                List.of("REJECTED A-2 order 0 REJECTED qty 2 leaves 0 cum 0 DUPLICATE_ORDER"),
                kit.order(kit.limit("A-2", BUY, "2", "49000")));
    }
}
