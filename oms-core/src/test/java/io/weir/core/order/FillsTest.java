package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.protocol.fix.Side.BUY;
import static io.weir.protocol.fix.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.event.ExecutionReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executions and the money they move. */
class FillsTest {
    private final TradingKit kit = TradingKit.open();

    @Test
    void shouldMoveMoneyAndReleaseTheReserveToTheLastUnit() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(List.of("ACC ALPHA USD 1000000.00000000 reserved 49049.00000000"), kit.tick());
        kit.fill(ALPHA, 1, "X1", BUY, "0.4", "48000", "19.2", "USD");
        assertEquals(
                List.of(
                        "ACC ALPHA USD 980780.80000000 reserved 29429.40000000",
                        "ACC ALPHA BTC 100.40000000 reserved 0.00000000"),
                kit.tick());
        kit.fill(ALPHA, 1, "X2", BUY, "0.6", "49000", "0.0006", "BTC");
        assertEquals(
                List.of(
                        "ACC ALPHA USD 951380.80000000 reserved 0.00000000",
                        "ACC ALPHA BTC 100.99940000 reserved 0.00000000"),
                kit.tick());
    }

    @Test
    void shouldTakeTheFeeOfASaleFromItsProceeds() {
        kit.order(kit.limit("A-1", SELL, "1", "51000"));
        assertEquals(List.of("ACC ALPHA BTC 100.00000000 reserved 1.00000000"), kit.tick());
        kit.fill(ALPHA, 1, "X1", SELL, "1", "51000", "51", "USD");
        assertEquals(
                List.of(
                        "ACC ALPHA BTC 99.00000000 reserved 0.00000000",
                        "ACC ALPHA USD 1050949.00000000 reserved 0.00000000"),
                kit.tick());
    }

    @Test
    void shouldBookACommissionInAnAssetNobodyDefined() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.desk.onTick();
        kit.take();
        assertEquals(
                "ALERT order 1: overdrawn: balance of ACC at ALPHA in BNB: total -10000001 reserved 0 scale 8: BUY 1"
                        + " BTC-USD at 49000 venueExecId X1 childOrderId 1 venueClOrdId W-1",
                kit.fill(ALPHA, 1, "X1", BUY, "1", "49000", "0.100000009", "BNB")
                        .get(0));
        assertEquals("ACC ALPHA BNB -0.10000001 reserved 0.00000000", kit.tick().get(2));
    }

    @Test
    void shouldReportTheTradeWithItsVenueAndCommission() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.desk.onVenueFill(new VenueFill(
                ALPHA,
                1,
                "W-1",
                "X1",
                TradingKit.BTC,
                BUY,
                TradingKit.dec("0.5"),
                TradingKit.dec("48000"),
                TradingKit.dec("24"),
                "USD",
                1));
        final ExecutionReport report = (ExecutionReport) kit.recorder.events.get(kit.recorder.events.size() - 1);
        assertEquals("ALPHA", report.trade().lastMkt());
        assertEquals("X1", report.trade().venueExecId());
        assertEquals(1, report.trade().childOrderId());
        assertEquals(2_400_000_000L, report.trade().commission());
        assertEquals(8, report.trade().commissionScale());
        assertEquals("USD", report.trade().commCurrency());
        assertEquals(500_000L * 4_800_000L, report.order().cumNotional());
    }

    @Test
    void shouldIgnoreAnExecutionSaidTwice() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.fill(ALPHA, 1, "X1", BUY, "0.4", "49000");
        assertEquals(List.of(), kit.fill(ALPHA, 1, "X1", BUY, "0.4", "49000"));
        for (int i = 2; i <= 40; i++) {
            kit.fill(ALPHA, 1, "X" + i, BUY, "0.01", "49000");
        }
        for (int i = 1; i <= 40; i++) {
            assertEquals(List.of(), kit.fill(ALPHA, 1, "X" + i, BUY, "0.01", "49000"));
        }
    }

    @Test
    void shouldBookAnOverfillAndTellOps() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(
                List.of(
                        "ALERT order 1: booked above OrderQty(38): BUY 1.5 BTC-USD at 49000 venueExecId X1"
                                + " childOrderId 1 venueClOrdId W-1",
                        "TRADE A-1 order 1 FILLED last 1.500000@49000.00 qty 1.000000 leaves 0.000000 cum 1.500000"),
                kit.fill(ALPHA, 1, "X1", BUY, "1.5", "49000"));
        assertEquals(
                "ACC ALPHA USD 926500.00000000 reserved 0.00000000", kit.tick().get(0));
    }

    @Test
    void shouldCancelTheOtherVenuesWhenAnOverfillEndsTheOrder() {
        kit.order(kit.limit("A-1", BUY, "8", "50010"));
        kit.fill(ALPHA, 1, "X1", BUY, "4", "50000");
        assertEquals(
                List.of(
                        "ALERT order 1: booked above OrderQty(38): BUY 5 BTC-USD at 50000 venueExecId Y1"
                                + " childOrderId 2 venueClOrdId W-2",
                        "TRADE A-1 order 1 FILLED last 5.000000@50000.00 qty 8.000000 leaves 0.000000 cum 9.000000",
                        "cancel 1 at 1 attempt 1"),
                kit.fill(BETA, 2, "Y1", BUY, "5", "50000"));
        assertEquals(List.of(), kit.closed(ALPHA, 1, VenueClosedAs.CANCELED, "4"));
        assertEquals(
                "ACC ALPHA USD 800000.00000000 reserved 0.00000000", kit.tick().get(0));
    }

    @Test
    void shouldBookWhatLeavesTheBalanceOverdrawnAndTellOps() {
        kit.order(kit.limit("A-1", BUY, "20", "49900"));
        assertEquals(
                "ALERT order 1: overdrawn: balance of ACC at ALPHA in USD: total -398800000000 reserved 0 scale 8:"
                        + " BUY 20.12 BTC-USD at 49900 venueExecId X1 childOrderId 1 venueClOrdId W-1",
                kit.fill(ALPHA, 1, "X1", BUY, "20.12", "49900").get(0));
        assertEquals(
                1,
                kit.order(kit.limit("A-2", BUY, "0.01", "49000")).stream()
                        .filter(line -> line.contains("BETA 10000"))
                        .count());
    }

    @Test
    void shouldTellOpsOfFillsThatCannotBeOurs() {
        assertEquals(
                List.of("ALERT venue 1: fill of an unknown order, not booked: BUY 1 BTC-USD at 49000 venueExecId X1"
                        + " childOrderId 7 venueClOrdId W-7"),
                kit.fill(ALPHA, 7, "X1", BUY, "1", "49000"));
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        assertEquals(1, kit.fill(BETA, 1, "X1", BUY, "1", "49000").size());
        assertEquals(1, kit.fill(ALPHA, 1, "X1", SELL, "1", "49000").size());
        assertEquals(
                1, kit.fill(ALPHA, 1, "X2", BUY, "9223372036854775807", "49000").size());
        assertEquals(1, kit.fill(ALPHA, 1, "X3", BUY, "-1", "49000").size());
        assertEquals(1, kit.fill(ALPHA, 1, "X4", BUY, "1", "92233720368547758").size());
        assertEquals(
                "ORDER_STATUS A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                kit.status("A-1", BUY).get(0));
    }

    @Test
    void shouldBookFinerDigitsAgainstTheAccountAndTellOps() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        final List<String> said = kit.fill(ALPHA, 1, "X1", BUY, "0.5000009", "48999.991");
        assertEquals(
                "TRADE A-1 order 1 PARTIALLY_FILLED last 0.500000@49000.00 qty 1.000000 leaves 0.500000 cum 0.500000",
                said.get(1));
    }

    @Test
    void shouldTellOpsOfReportsAboutUnknownOrders() {
        assertEquals(List.of("ALERT venue 1: acceptance of an unknown order, childOrderId 9"), kit.accepted(ALPHA, 9));
        assertEquals(
                List.of("ALERT venue 2: end of an unknown order, childOrderId 9"),
                kit.closed(BETA, 9, VenueClosedAs.CANCELED, "0"));
        assertEquals(
                List.of("ALERT venue 2: cancel reject of an unknown order, childOrderId 9"),
                kit.cancelRejected(BETA, 9, true));
    }
}
