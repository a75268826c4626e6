package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.core.order.TradingKit.BTC;
import static io.weir.core.order.TradingKit.dec;
import static io.weir.protocol.fix.Side.BUY;
import static io.weir.protocol.fix.Side.SELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each reason for which an order is refused, and that nothing else follows. */
class RejectsTest {
    private final TradingKit kit = TradingKit.open();
    private int made;

    private void assertRefused(final NewOrderSingle request, final OrdRejReason reason, final String text) {
        kit.recorder.events.clear();
        kit.desk.onNewOrderSingle(1, request);
        assertEquals(1, kit.recorder.events.size());
        final ExecutionReport report = (ExecutionReport) kit.recorder.events.get(0);
        assertEquals(text, report.text());
        assertEquals(reason, report.ordRejReason());
        assertEquals(0, report.order().leavesQty());
        kit.recorder.events.clear();
        assertEquals(
                List.of(),
                kit.tick().stream().filter(line -> line.startsWith("ACC")).toList());
    }

    private NewOrderSingle with(final String account, final String symbol, final OrdType type, final TimeInForce tif) {
        return new NewOrderSingle(
                kit.fix(false), "W-" + ++made, account, symbol, BUY, type, tif, dec("1"), dec("49000"), "");
    }

    @Test
    void shouldRefuseADuplicateAndLeaveTheFirstAlone() {
        kit.order(kit.limit("A-1", BUY, "1", "49000"));
        kit.tick();
        assertRefused(
                kit.limit("A-1", BUY, "2", "49000"),
                OrdRejReason.DUPLICATE_ORDER,
                "ClOrdID(11) A-1 is in use by OrderID(37) 1");
        assertEquals(
                "ORDER_STATUS A-1 order 1 NEW qty 1.000000 leaves 1.000000 cum 0.000000",
                kit.status("A-1", BUY).get(0));
    }

    @Test
    void shouldRememberTheClOrdIdOfARefusedOrder() {
        assertRefused(
                kit.limit("A-1", BUY, "1", "60000"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "Price(44) 60000.00 is above 55000.00, the price collar of BTC-USD");
        assertRefused(
                kit.limit("A-1", BUY, "1", "49000"),
                OrdRejReason.DUPLICATE_ORDER,
                "ClOrdID(11) A-1 is in use by OrderID(37) 1");
        assertEquals(
                "ORDER_STATUS A-1 order 1 REJECTED qty 1.000000 leaves 0.000000 cum 0.000000",
                kit.status("A-1", BUY).get(0));
    }

    @Test
    void shouldRefuseWhatItDoesNotWork() {
        final OrdRejReason reason = OrdRejReason.UNSUPPORTED_ORDER_CHARACTERISTIC;
        assertRefused(with("", BTC, OrdType.UNSUPPORTED, TimeInForce.DAY), reason, "OrdType(40) is not 1 or 2");
        assertRefused(
                with("", BTC, OrdType.LIMIT, TimeInForce.UNSUPPORTED), reason, "TimeInForce(59) is not 0, 1, 3 or 4");
        assertRefused(
                new NewOrderSingle(
                        kit.fix(false),
                        "A-1",
                        "",
                        BTC,
                        BUY,
                        OrdType.LIMIT,
                        TimeInForce.DAY,
                        dec("1"),
                        dec("1"),
                        "ExecInst(18) 6"),
                reason,
                "ExecInst(18) 6");
    }

    @Test
    void shouldRefuseUnknownSymbolsAndAccounts() {
        assertRefused(
                with("", "XYZ", OrdType.LIMIT, TimeInForce.DAY),
                OrdRejReason.UNKNOWN_SYMBOL,
                "Symbol(55) XYZ is not traded here");
        assertRefused(
                with("ACC2", BTC, OrdType.LIMIT, TimeInForce.DAY),
                OrdRejReason.UNKNOWN_ACCOUNT,
                "Account(1) 'ACC2' is none of CLIENT");
        assertRefused(
                with("NOBODY", BTC, OrdType.LIMIT, TimeInForce.DAY),
                OrdRejReason.UNKNOWN_ACCOUNT,
                "Account(1) 'NOBODY' is none of CLIENT");
    }

    @Test
    void shouldRefuseQuantitiesOutsideTheRules() {
        final OrdRejReason wrong = OrdRejReason.INCORRECT_QUANTITY;
        assertRefused(kit.limit("A-1", BUY, "0", "49000"), wrong, "OrderQty(38) 0 is not above 0");
        assertRefused(kit.limit("A-1", BUY, "-1", "49000"), wrong, "OrderQty(38) -1 is not above 0");
        assertRefused(kit.limit("A-1", BUY, "", "49000"), wrong, "OrderQty(38)  is not above 0");
        assertRefused(
                kit.limit("A-1", BUY, "0.0000001", "49000"),
                wrong,
                "OrderQty(38) 0.0000001 has more than 6 digits behind the point, the precision of BTC-USD");
        assertRefused(
                kit.limit("A-1", BUY, "0.000001", "49000"),
                wrong,
                "OrderQty(38) 0.000001 is below 0.000010, the minimum of BTC-USD");
        assertRefused(
                kit.limit("A-2", BUY, "0.000015", "49000"),
                wrong,
                "OrderQty(38) 0.000015 is no multiple of 0.000010, the lot of BTC-USD");
        assertRefused(
                kit.limit("A-3", BUY, "1000.00001", "1"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "OrderQty(38) 1000.000010 is above 1000.000000, the maximum of BTC-USD");
        assertRefused(
                kit.limit("A-4", BUY, "9223372036854775807", "1"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "OrderQty(38) 9223372036854775807 is above 1000.000000, the maximum of BTC-USD");
    }

    @Test
    void shouldRefusePricesOutsideTheRules() {
        final OrdRejReason other = OrdRejReason.OTHER;
        assertRefused(kit.limit("A-1", BUY, "1", ""), other, "Price(44) is missing: OrdType(40) 2 needs it");
        assertRefused(kit.limit("A-1", BUY, "1", "0"), other, "Price(44) 0 is not above 0");
        assertRefused(kit.limit("A-1", BUY, "1", "-1"), other, "Price(44) -1 is not above 0");
        assertRefused(
                kit.limit("A-1", BUY, "1", "49000.001"),
                other,
                "Price(44) 49000.001 has more than 2 digits behind the point, the precision of BTC-USD");
        assertRefused(
                kit.limit("A-1", BUY, "1", "9223372036854775807"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "Price(44) 9223372036854775807 is above what BTC-USD can be worked at");
        kit.defineBtc("0.05", 1000);
        assertRefused(
                kit.limit("A-2", BUY, "1", "49000.01"),
                other,
                "Price(44) 49000.01 is no multiple of 0.05, the tick of BTC-USD");
    }

    @Test
    void shouldRefuseWorthOutsideTheLimits() {
        assertRefused(
                kit.limit("A-1", BUY, "0.00001", "49000"),
                OrdRejReason.INCORRECT_QUANTITY,
                "OrderQty(38) 0.000010 times 49000.00 is below 1.00000000, the minimum notional of BTC-USD");
        assertRefused(
                kit.limit("A-2", BUY, "300", "49000"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "OrderQty(38) 300.000000 times 49000.00 is above 10000000.00000000, the maximum notional of"
                        + " Account(1) ACC");
        kit.defineBtc("0.01", 0);
        assertRefused(
                kit.limit("A-3", BUY, "1000", "92233720368547758.06"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "OrderQty(38) 1000.000000 times 92233720368547758.06 is above 10000000.00000000, the maximum notional"
                        + " of Account(1) ACC");
    }

    @Test
    void shouldRefusePricesBeyondTheCollar() {
        final OrdRejReason limit = OrdRejReason.ORDER_EXCEEDS_LIMIT;
        assertRefused(
                kit.limit("A-1", BUY, "1", "55000.01"),
                limit,
                "Price(44) 55000.01 is above 55000.00, the price collar of BTC-USD");
        assertRefused(
                kit.limit("A-2", SELL, "1", "44999.99"),
                limit,
                "Price(44) 44999.99 is below 45000.00, the price collar of BTC-USD");
        assertEquals(3, kit.order(kit.limit("A-3", BUY, "1", "55000")).size());
    }

    @Test
    void shouldRefuseMarketOrdersWithoutAQuoteAndTakeLimitOrders() {
        kit.quote(ALPHA, "", "");
        kit.quote(BETA, "", "");
        assertRefused(
                kit.market("A-1", BUY, "1"),
                OrdRejReason.OTHER,
                "no live quote of BTC-USD: OrdType(40) 1 cannot be judged");
        assertEquals(3, kit.order(kit.limit("A-2", BUY, "1", "60000")).size());
    }

    @Test
    void shouldRefuseWhatAKillSwitchCovers() {
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.INSTRUMENT, BTC, true, false, "ops"));
        assertRefused(
                kit.limit("A-1", BUY, "1", "49000"),
                OrdRejReason.BROKER_OPTION,
                "kill switch INSTRUMENT is engaged: no new orders for BTC-USD");
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.ACCOUNT, "ACC", true, false, "ops"));
        assertRefused(
                kit.limit("A-2", BUY, "1", "49000"),
                OrdRejReason.BROKER_OPTION,
                "kill switch ACCOUNT is engaged: no new orders for ACC");
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.INSTRUMENT, BTC, false, false, "ops"));
        kit.desk.onSetKillSwitch(new SetKillSwitch(KillScope.ACCOUNT, "ACC", false, false, "ops"));
        kit.take();
        assertEquals(3, kit.order(kit.limit("A-3", BUY, "1", "49000")).size());
    }

    @Test
    void shouldRefuseStaleOrders() {
        final FixHeader old = new FixHeader(1, 1, false, false, kit.clock.wallNs() - 10_001_000_000L);
        assertRefused(
                new NewOrderSingle(
                        old, "A-1", "", BTC, BUY, OrdType.LIMIT, TimeInForce.DAY, dec("1"), dec("49000"), ""),
                OrdRejReason.STALE_ORDER,
                "the order is 10001 ms old, above 10000 ms, the bound of the session");
    }

    @Test
    void shouldRefuseMoreOpenOrdersThanTheAccountMayHave() {
        for (int i = 1; i <= 3; i++) {
            kit.desk.onNewOrderSingle(
                    2,
                    new NewOrderSingle(
                            kit.fix(false),
                            "B-" + i,
                            "",
                            BTC,
                            BUY,
                            OrdType.LIMIT,
                            TimeInForce.DAY,
                            dec("1"),
                            dec("49000"),
                            ""));
        }
        assertEquals("open orders of Account(1) ACC2 would be 3, above 2", kit.lastText());
    }

    @Test
    void shouldRefuseWhatTheAccountCannotPay() {
        assertRefused(
                kit.limit("A-1", BUY, "45", "49000"),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "OrderQty(38) needs more than the free balance of Account(1) ACC at the venues of BTC-USD");
        assertRefused(
                with("POOR", BTC, OrdType.LIMIT, TimeInForce.DAY),
                OrdRejReason.ORDER_EXCEEDS_LIMIT,
                "OrderQty(38) needs more than the free balance of Account(1) POOR at the venues of BTC-USD");
    }

    @Test
    void shouldKeepAnOrderThatMayRestForAVenueThatWentAwayAMomentAgo() {
        kit.state(ALPHA, VenueState.DOWN);
        kit.state(BETA, VenueState.DOWN);
        kit.take();
        assertRefused(
                kit.limit("A-1", BUY, "1", "49000", TimeInForce.IMMEDIATE_OR_CANCEL),
                OrdRejReason.EXCHANGE_CLOSED,
                "no venue can take the order in BTC-USD: DOWN");
        assertEquals(3, kit.order(kit.limit("A-2", BUY, "1", "49000")).size());
    }

    @Test
    void shouldRefuseWhenNoVenueIsThere() {
        kit.gone(ALPHA);
        kit.state(BETA, VenueState.SUSPENDED);
        assertRefused(
                kit.limit("A-1", BUY, "1", "49000"),
                OrdRejReason.EXCHANGE_CLOSED,
                "no venue can take the order in BTC-USD: SUSPENDED");
        kit.desk.onDefineInstrument(new DefineInstrument(
                "ETH-USD", "ETH", "USD", 2, 6, dec("0.01"), dec("0.00001"), dec("0"), dec("100"), Decimal.ZERO, 0));
        assertRefused(
                with("", "ETH-USD", OrdType.LIMIT, TimeInForce.DAY),
                OrdRejReason.EXCHANGE_CLOSED,
                "no venue can take the order in ETH-USD: no venue lists it");
    }
}
