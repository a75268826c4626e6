package io.weir.store.projection;

import io.weir.protocol.event.Event;
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

/** Reports about one order, as the core would say them: BTC-USD, price at 2 digits, quantity at 6. */
public final class Reports {
    public static final int PRICE_SCALE = 2;
    public static final int QTY_SCALE = 6;

    private static final long QTY_UNIT = 1_000_000;

    private final long orderId;
    private final String account;
    private final long orderQty;
    private final long price;
    private String clOrdId;
    private long cumQty;
    private long cumNotional;
    private boolean closed;

    /** @param orderQty whole coins; @param price whole dollars, 0 for a market order */
    public Reports(
            final long orderId, final String clOrdId, final String account, final long orderQty, final long price) {
        this.orderId = orderId;
        this.clOrdId = clOrdId;
        this.account = account;
        this.orderQty = orderQty * QTY_UNIT;
        this.price = price == 0 ? OrderState.NO_PRICE : price * 100;
    }

    /** An order of account ACC-A. */
    public static Reports order(final long orderId, final String clOrdId) {
        return new Reports(orderId, clOrdId, "ACC-A", 10, 50_000);
    }

    public Event accepted(final long timeNs) {
        return report("", ExecType.NEW, OrdStatus.NEW, Trade.NONE, timeNs, "");
    }

    public Event filled(
            final long qty, final long px, final String venue, final String venueExecId, final long timeNs) {
        cumQty += qty * QTY_UNIT;
        cumNotional += qty * QTY_UNIT * px * 100;
        final Trade trade = new Trade(qty * QTY_UNIT, px * 100, venue, orderId + 1_000, venueExecId, 125, 2, "USD");
        final OrdStatus status = cumQty == orderQty ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED;
        return report("", ExecType.TRADE, status, trade, timeNs, "");
    }

    public Event replaced(final String newClOrdId, final long timeNs) {
        final String orig = clOrdId;
        clOrdId = newClOrdId;
        return report(orig, ExecType.REPLACED, OrdStatus.NEW, Trade.NONE, timeNs, "");
    }

    public Event canceled(final long timeNs) {
        closed = true;
        return report(clOrdId, ExecType.CANCELED, OrdStatus.CANCELED, Trade.NONE, timeNs, "");
    }

    public Event rejected(final String text, final long timeNs) {
        closed = true;
        return report("", ExecType.REJECTED, OrdStatus.REJECTED, Trade.NONE, timeNs, text);
    }

    public ExecutionReport status(final long timeNs) {
        return report("", ExecType.ORDER_STATUS, OrdStatus.NEW, Trade.NONE, timeNs, "");
    }

    private ExecutionReport report(
            final String origClOrdId,
            final ExecType execType,
            final OrdStatus ordStatus,
            final Trade trade,
            final long timeNs,
            final String text) {
        final OrderState order = new OrderState(
                orderId,
                clOrdId,
                account,
                "BTC-USD",
                PRICE_SCALE,
                QTY_SCALE,
                Side.BUY,
                price == OrderState.NO_PRICE ? OrdType.MARKET : OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                ordStatus,
                orderQty,
                price,
                closed ? 0 : orderQty - cumQty,
                cumQty,
                cumNotional);
        return new ExecutionReport(
                new SessionHeader(7, 0, 1, 0),
                order,
                origClOrdId,
                execType == ExecType.ORDER_STATUS ? 0 : timeNs,
                execType,
                execType == ExecType.REJECTED ? OrdRejReason.ORDER_EXCEEDS_LIMIT : OrdRejReason.NONE,
                trade,
                "",
                false,
                timeNs,
                text);
    }

    /** {@return the same report said again under another number} */
    public static ExecutionReport again(final Event report) {
        final ExecutionReport said = (ExecutionReport) report;
        return new ExecutionReport(
                said.session(),
                said.order(),
                said.origClOrdId(),
                said.execId(),
                said.execType(),
                said.ordRejReason(),
                said.trade(),
                said.ordStatusReqId(),
                true,
                said.transactTimeNs(),
                said.text());
    }
}
