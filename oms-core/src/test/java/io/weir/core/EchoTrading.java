package io.weir.core;

import io.weir.core.session.SessionDirectory;
import io.weir.core.session.SessionOutbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.time.CoreClock;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.CxlRejResponseTo;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Answers every order with New and nothing else, so that conversations are about sessions. Keeps which orders it saw. */
public final class EchoTrading implements TradingSide {
    private final SessionOutbox outbox;
    private final CoreClock clock;
    private final List<String> worked = new ArrayList<>();
    private final List<EdgeStarted> toldVenues = new ArrayList<>();
    private long lastExecId;
    private int ticks;

    EchoTrading(
            final Outbox unused, final CoreClock clock, final SessionOutbox outbox, final SessionDirectory sessions) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@return ClOrdIDs in the order in which they were worked, each as often as it was} */
    public List<String> worked() {
        return worked;
    }

    public List<EdgeStarted> toldVenues() {
        return toldVenues;
    }

    int ticks() {
        return ticks;
    }

    @Override
    public void onNewOrderSingle(final int sessionId, final NewOrderSingle request) {
        worked.add(request.clOrdId());
        report(sessionId, request.clOrdId(), ExecType.NEW);
    }

    @Override
    public void onOrderCancelRequest(final int sessionId, final OrderCancelRequest request) {
        reject(sessionId, request.clOrdId(), request.origClOrdId(), CxlRejResponseTo.CANCEL);
    }

    @Override
    public void onOrderCancelReplaceRequest(final int sessionId, final OrderCancelReplaceRequest request) {
        reject(sessionId, request.clOrdId(), request.origClOrdId(), CxlRejResponseTo.REPLACE);
    }

    @Override
    public void onOrderStatusRequest(final int sessionId, final OrderStatusRequest request) {
        report(sessionId, request.clOrdId(), ExecType.ORDER_STATUS);
    }

    /** Says a fill, as a venue's command would. */
    public void fill(final int sessionId, final String clOrdId) {
        report(sessionId, clOrdId, ExecType.TRADE);
    }

    private void report(final int sessionId, final String clOrdId, final ExecType execType) {
        outbox.say(new ExecutionReport(
                outbox.next(sessionId),
                order(sessionId, clOrdId),
                "",
                execType == ExecType.ORDER_STATUS ? 0 : ++lastExecId,
                execType,
                OrdRejReason.NONE,
                Trade.NONE,
                "",
                false,
                clock.wallNs(),
                ""));
    }

    private void reject(
            final int sessionId, final String clOrdId, final String origClOrdId, final CxlRejResponseTo responseTo) {
        outbox.say(new OrderCancelReject(
                outbox.next(sessionId),
                0,
                clOrdId,
                origClOrdId,
                OrdStatus.REJECTED,
                responseTo,
                CxlRejReason.UNKNOWN_ORDER,
                false,
                clock.wallNs(),
                ""));
    }

    private static OrderState order(final int sessionId, final String clOrdId) {
        return new OrderState(
                1_000 + sessionId,
                clOrdId,
                "ACC",
                "BTC-USD",
                2,
                5,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.DAY,
                OrdStatus.NEW,
                100_000,
                5_000_000,
                100_000,
                0,
                0);
    }

    @Override
    public int venueId(final String name) {
        return name.equals("SIM") ? 7 : 0;
    }

    @Override
    public void onEdgeStarted(final EdgeStarted started) {
        toldVenues.add(started);
    }

    @Override
    public boolean onTick() {
        ticks++;
        return false;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(lastExecId);
        snapshot.putInt(worked.size());
        worked.forEach(snapshot::putText);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        lastExecId = snapshot.getLong();
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            worked.add(snapshot.getText());
        }
    }
}
