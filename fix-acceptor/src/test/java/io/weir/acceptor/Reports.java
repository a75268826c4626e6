package io.weir.acceptor;

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

/** Reports of one order: buy 0.5 BTC-USD at 50,000.25. */
public final class Reports {
    private Reports() {}

    public static SessionHeader session(final long connectionId, final long seqNum) {
        return new SessionHeader(1, connectionId, seqNum, 0);
    }

    public static ExecutionReport accepted(final SessionHeader session, final String clOrdId) {
        return report(session, ExecType.NEW, state(clOrdId, OrdStatus.NEW, 500_000, 0, 0), Trade.NONE);
    }

    public static ExecutionReport filled(final SessionHeader session, final String clOrdId) {
        final Trade trade = new Trade(100_000, 4_999_900, "KRAKEN", 17, "V-1", 2_500, 2, "USD");
        return report(
                session,
                ExecType.TRADE,
                state(clOrdId, OrdStatus.PARTIALLY_FILLED, 400_000, 100_000, 100_000L * 4_999_900),
                trade);
    }

    public static OrderState state(
            final String clOrdId, final OrdStatus status, final long leaves, final long cum, final long notional) {
        return new OrderState(
                901,
                clOrdId,
                "ACC-CLIENT",
                "BTC-USD",
                2,
                6,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                status,
                500_000,
                5_000_025,
                leaves,
                cum,
                notional);
    }

    public static ExecutionReport report(
            final SessionHeader session, final ExecType execType, final OrderState state, final Trade trade) {
        return new ExecutionReport(
                session, state, "", 77, execType, OrdRejReason.NONE, trade, "", false, Fix.NOON_NS, "");
    }
}
