package io.weir.core.cluster;

import io.weir.protocol.ConnectionId;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.Events;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.protocol.log.EdgePort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.IdleStrategy;

/** A client and a venue that speak to the real core over a node: what happens on a small day. */
final class TradingDay implements AutoCloseable {
    private static final String BTC = "BTC-USD";
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    final List<ExecutionReport> reports = new ArrayList<>();
    final List<LogonSent> logons = new ArrayList<>();
    final List<VenueOrderRequested> requests = new ArrayList<>();
    private final EdgePort ops;
    private final EdgePort acceptor;
    private final EdgePort venue;
    private final EventReader reader = new EventReader();
    private final IdleStrategy idle = IdleConfig.COLD.newStrategy();
    private long nextOut;

    /** @param nextOut MsgSeqNum(34) that the client uses next. */
    TradingDay(final LogClient log, final long nextOut) {
        this.nextOut = nextOut;
        ops = log.openEdge(1, EdgeKind.OPS, "");
        acceptor = log.openEdge(2, EdgeKind.ACCEPTOR, "");
        until(() -> ops.isStarted() && acceptor.isStarted());
        define();
        venue = log.openEdge(16, EdgeKind.VENUE, "ALPHA");
        until(venue::isStarted);
        say(venue, new VenueStatus(1, VenueState.UP, 1_000_000, 10_000, ""));
        say(
                venue,
                new VenueQuotes(
                        1,
                        List.of(new VenueQuote(
                                BTC,
                                true,
                                List.of(new PriceLevel(dec("49999"), dec("5"))),
                                List.of(new PriceLevel(dec("50001"), dec("5")))))));
    }

    private void define() {
        say(
                ops,
                new DefineInstrument(
                        BTC,
                        "BTC",
                        "USD",
                        2,
                        6,
                        dec("0.01"),
                        dec("0.00001"),
                        dec("0.00001"),
                        dec("100"),
                        dec("1"),
                        1_000));
        say(ops, new DefineVenue("ALPHA", true, 1_000, 1_000, 100_000));
        say(ops, new DefineListing("ALPHA", BTC, dec("0.01"), dec("0.00001"), dec("0.00001"), dec("1")));
        say(ops, new DefineAccount("ACC", 1_000_000, dec("10000000")));
        say(ops, new AdjustBalance("ACC", "ALPHA", "USD", dec("1000000"), "first"));
        say(ops, new DefineFixSession("CLIENT", "ACC", List.of("ACC"), 0, Long.MAX_VALUE));
    }

    /** {@return MsgSeqNum(34) of the reply} */
    long logsOn() {
        final int before = logons.size();
        say(acceptor, new LogonReceived(header(), "CLIENT", 30, false, 0));
        until(() -> logons.size() > before);
        return logons.get(before).session().msgSeqNum();
    }

    /** {@return the report New} */
    ExecutionReport buys(final String clOrdId, final String qty, final String px) {
        return report(order(clOrdId, qty, px));
    }

    private NewOrderSingle order(final String clOrdId, final String qty, final String px) {
        return new NewOrderSingle(
                header(),
                clOrdId,
                "",
                BTC,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                dec(qty),
                dec(px),
                "");
    }

    /** Sends orders as fast as the log takes them, and waits for the last report. */
    void burst(final String prefix, final int orders) {
        final int before = reports.size();
        for (int i = 0; i < orders; i++) {
            final Command order = order(prefix + i, "0.0001", "49000");
            final long[] seq = {EdgePort.BACK_PRESSURED};
            until(() -> (seq[0] = acceptor.trySay(order)) != EdgePort.BACK_PRESSURED);
        }
        until(() -> reports.size() >= before + orders);
    }

    /** {@return the first report on a cancel} */
    ExecutionReport cancels(final String clOrdId, final String origClOrdId) {
        return report(new OrderCancelRequest(header(), clOrdId, origClOrdId, "", BTC, Side.BUY));
    }

    private ExecutionReport report(final Command request) {
        final int before = reports.size();
        say(acceptor, request);
        until(() -> reports.size() > before);
        return reports.get(before);
    }

    /** The venue takes an order and trades it. */
    void trades(final int request, final String qty, final String px) {
        until(() -> requests.size() > request);
        final VenueOrderRequested order = requests.get(request);
        final int before = reports.size();
        say(venue, new VenueOrderAccepted(1, order.childOrderId(), "V" + order.childOrderId()));
        say(
                venue,
                new VenueFill(
                        1,
                        order.childOrderId(),
                        order.venueClOrdId(),
                        "X" + order.childOrderId(),
                        BTC,
                        Side.BUY,
                        dec(qty),
                        dec(px),
                        dec("0.01"),
                        "USD",
                        1));
        until(() -> reports.size() > before);
    }

    void engagesKillSwitch() {
        say(ops, new SetKillSwitch(KillScope.INSTRUMENT, BTC, true, false, "drill"));
    }

    private FixHeader header() {
        return new FixHeader(ConnectionId.of(2, acceptor.epoch(), 1), nextOut++, false, false, 1);
    }

    /** Says a command and waits until the core has taken it. */
    private void say(final EdgePort edge, final Command command) {
        final long[] seq = {EdgePort.BACK_PRESSURED};
        until(() -> (seq[0] = edge.trySay(command)) != EdgePort.BACK_PRESSURED);
        until(() -> edge.acknowledgedSeq() >= seq[0]);
    }

    private void until(final BooleanSupplier condition) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            idle.idle(poll());
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("waited in vain; " + reports + logons + requests);
            }
        }
    }

    private int poll() {
        int work = ops == null ? 0 : ops.poll((buffer, offset, length, position) -> {}, 100);
        work += acceptor == null
                ? 0
                : acceptor.poll(
                        (buffer, offset, length, position) -> {
                            if (Events.isSessionEvent(buffer, offset)) {
                                reader.read(buffer, offset, length, position, new Client());
                            }
                        },
                        100);
        work += venue == null
                ? 0
                : venue.poll(
                        (buffer, offset, length, position) -> {
                            if (Events.venueId(buffer, offset) != 0) {
                                reader.read(buffer, offset, length, position, new Venue());
                            }
                        },
                        100);
        return work;
    }

    private static Decimal dec(final String text) {
        return Decimals.parse(text);
    }

    @Override
    public void close() {
        ops.close();
        acceptor.close();
        venue.close();
    }

    private final class Client implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return true;
        }

        @Override
        public void onExecutionReport(final ExecutionReport event) {
            reports.add(event);
        }

        @Override
        public void onLogonSent(final LogonSent event) {
            logons.add(event);
        }
    }

    private final class Venue implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return true;
        }

        @Override
        public void onVenueOrderRequested(final VenueOrderRequested event) {
            requests.add(event);
        }
    }
}
