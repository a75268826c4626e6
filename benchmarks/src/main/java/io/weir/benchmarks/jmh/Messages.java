package io.weir.benchmarks.jmh;

import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.nio.charset.StandardCharsets;

/** The messages that the codecs are measured with: an order as clients send it, and the report of its first fill. */
final class Messages {
    static final String CLIENT = "CLIENT1";
    static final String GATEWAY = "GATEWAY";

    /** When all of them happen, ns since 1970 UTC: 2026-11-22 12:00:00. */
    static final long NOON_NS = 1_795_348_800_000_000_000L;

    static final long CONNECTION = ConnectionId.of(2, 1, 1);

    private static final char SOH = 1;

    private Messages() {}

    static NewOrderSingle newOrderSingle() {
        return new NewOrderSingle(
                new FixHeader(CONNECTION, 1_234, false, false, NOON_NS),
                "CLIENT1-00001234",
                "ACC-CLIENT1",
                "BTC-USD",
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.DAY,
                Decimals.parse("0.10000"),
                Decimals.parse("50000.01"),
                "");
    }

    static ExecutionReport accepted() {
        return report(ExecType.NEW, OrdStatus.NEW, 100_000, 0, 0, Trade.NONE);
    }

    static ExecutionReport trade() {
        final Trade trade = new Trade(40_000, 5_000_001, "KRAKEN", 12, "T-8837373-AA", 12_345, 5, "USD");
        return report(ExecType.TRADE, OrdStatus.PARTIALLY_FILLED, 60_000, 40_000, 40_000L * 5_000_001, trade);
    }

    private static ExecutionReport report(
            final ExecType execType,
            final OrdStatus ordStatus,
            final long leavesQty,
            final long cumQty,
            final long cumNotional,
            final Trade trade) {
        final OrderState order = new OrderState(
                901,
                "CLIENT1-00001234",
                "ACC-CLIENT1",
                "BTC-USD",
                2,
                6,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.DAY,
                ordStatus,
                100_000,
                5_000_001,
                leavesQty,
                cumQty,
                cumNotional);
        return new ExecutionReport(
                new SessionHeader(1, CONNECTION, 1_235, 4_711),
                order,
                "",
                77,
                execType,
                OrdRejReason.NONE,
                trade,
                "",
                false,
                NOON_NS,
                "");
    }

    /** {@return the order as a client writes it, with BodyLength and CheckSum} */
    static byte[] newOrderSingleText() {
        final String body =
                "35=D|34=1234|49=CLIENT1|52=20261122-12:00:00.000|56=GATEWAY|11=CLIENT1-00001234|1=ACC-CLIENT1|"
                        + "55=BTC-USD|54=1|60=20261122-12:00:00.000|38=0.10000|40=2|44=50000.01|59=0|";
        final String message = ("8=FIX.4.4|9=" + body.length() + '|' + body).replace('|', SOH);
        int sum = 0;
        for (final byte b : message.getBytes(StandardCharsets.US_ASCII)) {
            sum += b;
        }
        return (message + String.format("10=%03d", sum & 0xFF) + SOH).getBytes(StandardCharsets.US_ASCII);
    }
}
