package io.weir.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.Bounds;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.Side;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The whole core, fed with bytes as from the log: one client, one venue, orders from Logon to a report said again. */
class OmsCoreTest {
    private static final int ACCEPTOR = 1;
    private static final int VENUE = 2;
    private static final int OPS = 3;
    private static final long CONNECTION = ConnectionId.of(ACCEPTOR, 1, 1);

    private final RecordingEventLog eventLog = new RecordingEventLog();
    private final List<byte[]> log = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final long[] seqs = new long[4];
    private final OmsCore core = new OmsCore(eventLog);
    private long timeNs = CoreKit.START_NS;
    private int looked;

    private void start(final int edgeId, final EdgeKind kind, final String name) {
        say(edgeId, 0, 0, new EdgeStart(edgeId, kind, name));
    }

    private void say(final int edgeId, final Command command) {
        say(edgeId, 1, ++seqs[edgeId], command);
    }

    private void say(final int edgeId, final int epoch, final long seq, final Command command) {
        final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[Bounds.MAX_COMMAND_LENGTH]);
        final byte[] bytes = new byte[new CommandWriter().write(command, edgeId, epoch, seq, buffer, 0)];
        buffer.getBytes(0, bytes);
        timeNs += 1_000;
        log.add(bytes);
        times.add(timeNs);
        read(core, log.size() - 1);
    }

    private void read(final OmsCore target, final int index) {
        final byte[] bytes = log.get(index);
        if (bytes.length == 0) {
            target.onTimer(times.get(index));
        } else {
            new CommandReader().read(new UnsafeBuffer(bytes), 0, bytes.length, times.get(index), target);
        }
    }

    private void timer(final long afterNs) {
        timeNs += afterNs;
        log.add(new byte[0]);
        times.add(timeNs);
        read(core, log.size() - 1);
    }

    private void client(final String message) {
        client(message, CONNECTION);
    }

    private void client(final String message, final long connectionId) {
        say(ACCEPTOR, FixText.read(message, "CLIENT", connectionId, timeNs));
    }

    private <E extends Event> List<E> news(final Class<E> type) {
        final List<E> news = new ArrayList<>();
        for (final RecordingEventLog.Said said :
                eventLog.said().subList(looked, eventLog.said().size())) {
            if (type.isInstance(said.event())) {
                news.add(type.cast(said.event()));
            }
        }
        return news;
    }

    private void look() {
        looked = eventLog.said().size();
    }

    private static Decimal dec(final long units) {
        return new Decimal(units, 0);
    }

    private void openForTrading() {
        start(ACCEPTOR, EdgeKind.ACCEPTOR, "");
        start(OPS, EdgeKind.OPS, "");
        say(OPS, new DefineFixSession("CLIENT", "ACC", List.of("ACC"), 0, 10_000_000_000L));
        say(
                OPS,
                new DefineInstrument(
                        "BTC-USD",
                        "BTC",
                        "USD",
                        2,
                        6,
                        new Decimal(1, 2),
                        new Decimal(1, 5),
                        new Decimal(1, 5),
                        dec(1_000),
                        dec(1),
                        1_000));
        say(OPS, new DefineVenue("SIM", true, 0, 0, 1_000));
        say(OPS, new DefineListing("SIM", "BTC-USD", new Decimal(1, 2), new Decimal(1, 5), new Decimal(1, 5), dec(1)));
        say(OPS, new DefineAccount("ACC", 1_000, dec(10_000_000)));
        say(OPS, new AdjustBalance("ACC", "SIM", "USD", dec(1_000_000), "first"));
        start(VENUE, EdgeKind.VENUE, "SIM");
        timer(100_000_000);
        say(VENUE, new VenueStatus(1, VenueState.UP, 1_000_000, 10_000, ""));
        final List<PriceLevel> bids = List.of(new PriceLevel(dec(49_999), dec(5)));
        final List<PriceLevel> asks = List.of(new PriceLevel(dec(50_000), dec(5)));
        say(VENUE, new VenueQuotes(1, List.of(new VenueQuote("BTC-USD", true, bids, asks))));
        client("35=A|34=1|108=30");
    }

    @Test
    void shouldGreetAVenueEdgeWithItsStanding() {
        openForTrading();
        assertEquals(List.of(), news(CommandRefused.class));
        assertEquals(1, news(EdgeStarted.class).get(2).venueId());
        assertEquals(1, news(VenueStandingTold.class).size());
        assertEquals(1, news(LogonSent.class).size());
    }

    @Test
    void shouldBringAnOrderToAVenueAndItsFillBack() {
        openForTrading();
        look();
        client("35=D|34=2|11=A-1");
        final ExecutionReport accepted = news(ExecutionReport.class).get(0);
        assertEquals(ExecType.NEW, accepted.execType());
        assertEquals(2, accepted.session().msgSeqNum());
        assertEquals(CONNECTION, accepted.session().connectionId());
        assertEquals(1, news(OrderRouted.class).size());
        final VenueOrderRequested child = news(VenueOrderRequested.class).get(0);
        look();
        say(VENUE, new VenueOrderAccepted(1, child.childOrderId(), "V-1"));
        say(VENUE, fill(child));
        final ExecutionReport trade = news(ExecutionReport.class).get(0);
        assertEquals(ExecType.TRADE, trade.execType());
        assertEquals(OrdStatus.FILLED, trade.order().ordStatus());
        assertEquals(3, trade.session().msgSeqNum());
    }

    private VenueFill fill(final VenueOrderRequested child) {
        return new VenueFill(
                1,
                child.childOrderId(),
                child.venueClOrdId(),
                "T-1",
                "BTC-USD",
                Side.BUY,
                dec(1),
                dec(50_000),
                Decimal.ZERO,
                "",
                timeNs);
    }

    @Test
    void shouldSayAFillAgainThatCameWhileTheClientWasAwayAndReset() {
        openForTrading();
        client("35=D|34=2|11=A-1");
        final VenueOrderRequested child = news(VenueOrderRequested.class).get(0);
        say(ACCEPTOR, new Disconnected(CONNECTION, "gone"));
        say(VENUE, new VenueOrderAccepted(1, child.childOrderId(), "V-1"));
        say(VENUE, fill(child));
        look();
        client("35=A|34=1|108=30|141=Y", CONNECTION + 1);
        final List<ExecutionReport> again = news(ExecutionReport.class);
        assertEquals(
                List.of(ExecType.NEW, ExecType.TRADE),
                again.stream().map(ExecutionReport::execType).toList());
        assertTrue(again.stream().allMatch(ExecutionReport::possResend));
        assertEquals(CONNECTION + 1, again.get(1).session().connectionId());
    }

    @Test
    void shouldRefuseAnOrderThatWasHeldTooLong() {
        openForTrading();
        look();
        client("35=D|34=3|11=A-3");
        for (int i = 0; i < 110; i++) {
            timer(100_000_000);
        }
        client("35=0|34=2|43=Y");
        final ExecutionReport refused = news(ExecutionReport.class).get(0);
        assertEquals(ExecType.REJECTED, refused.execType());
        assertEquals("A-3", refused.order().clOrdId());
        assertNotEquals(OrdRejReason.NONE, refused.ordRejReason());
    }

    @Test
    void shouldGiveNoEffectToTradingCommandsThatCallThemselvesStarts() {
        openForTrading();
        look();
        say(VENUE, 0, 0, new VenueStatus(1, VenueState.DOWN, 0, 0, "forged"));
        client("35=D|34=2|11=A-1");
        assertEquals(1, news(VenueOrderRequested.class).size());
    }

    @Test
    void shouldGoOnFromASnapshotTakenAfterAnyMessage() {
        openForTrading();
        client("35=D|34=2|11=A-1");
        client("35=D|34=4|11=A-3");
        say(
                VENUE,
                new VenueOrderAccepted(1, news(VenueOrderRequested.class).get(0).childOrderId(), "V-1"));
        client("35=F|34=3|43=Y|11=A-2|41=A-1");
        client("35=2|34=5|7=1|16=0");
        timer(100_000_000);
        say(VENUE, fill(news(VenueOrderRequested.class).get(0)));
        client("35=A|34=1|108=30|141=Y");
        timer(100_000_000);
        final RecordingEventLog replayLog = new RecordingEventLog();
        final OmsCore replay = new OmsCore(replayLog);
        for (int i = 0; i < log.size(); i++) {
            read(replay, i);
            final RecordingEventLog restLog = new RecordingEventLog();
            final OmsCore rest = new OmsCore(restLog);
            CoreKit.load(CoreKit.snapshot(replayLog, replay), restLog, rest);
            for (int j = i + 1; j < log.size(); j++) {
                read(rest, j);
            }
            assertEquals(
                    eventLog.said()
                            .subList(replayLog.said().size(), eventLog.said().size()),
                    restLog.said(),
                    "behind a snapshot after input " + i);
            assertEquals(CoreKit.hash(CoreKit.snapshot(core)), CoreKit.hash(CoreKit.snapshot(rest)), "input " + i);
        }
    }

    @Test
    void shouldPulseAndKnowWhatTheJournalIsStillNeededFor() {
        openForTrading();
        assertEquals(1, news(Pulse.class).size());
        assertEquals(1, core.sessionFigures().loggedOn());
        assertTrue(core.neededPosition() < eventLog.position());
        assertTrue(core.nextDeadlineNs() <= timeNs + 100_000_000);
    }
}
