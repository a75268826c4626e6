package io.weir.venue.agent;

import io.weir.protocol.VenueClOrdIds;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.protocol.log.PlayedPort;
import io.weir.venue.VenueConfig;
import io.weir.venue.log.SendLog;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.VenueReport;
import io.weir.venue.request.VenueQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One agent with everything around it played: time is a number, nothing sleeps. */
public final class Story implements AutoCloseable {
    public static final int EDGE_ID = 7;
    public static final int EPOCH = 3;
    public static final int VENUE_ID = 2;
    public static final String PREFIX = "W1";
    public static final long MS = 1_000_000L;
    public static final VenueConfig CONFIG = VenueConfig.of("TEST", "scripted", Map.of("BTC-USD", "BTCUSD"));

    public final PlayedPort port = new PlayedPort(EDGE_ID, EPOCH);
    public final ScriptedAdapter adapter = new ScriptedAdapter();
    public final SendLog sendLog;
    public final VenueAgent agent;
    private long nowNs = 1_000 * MS;

    public Story(final Path directory) throws IOException {
        this(directory, CONFIG, false);
    }

    public Story(final Path directory, final VenueConfig config, final boolean intentsMayBeMissing) throws IOException {
        this(config, SendLog.open(directory, false), intentsMayBeMissing);
    }

    private Story(final VenueConfig config, final SendLog sendLog, final boolean intentsMayBeMissing) {
        this.sendLog = sendLog;
        agent = new VenueAgent(config, port, adapter, sendLog, intentsMayBeMissing, () -> nowNs, () -> nowNs);
    }

    /** One whose send log waits for the disk. */
    public static Story forced(final Path directory) throws IOException {
        return new Story(CONFIG, SendLog.open(directory, true), false);
    }

    /** A new start that has heard its standing, connected and reconciled. */
    public static Story up(final Path directory, final Event... standing) throws IOException {
        final Story story = new Story(directory);
        story.start(standing);
        story.connect();
        story.takeCommands();
        return story;
    }

    public void start(final Event... standing) {
        port.event(new EdgeStarted(EDGE_ID, EPOCH, 99, EdgeKind.VENUE, VENUE_ID));
        for (final Event event : standing) {
            port.event(event);
        }
        port.event(new VenueStandingTold(VENUE_ID, EPOCH, PREFIX));
        work();
    }

    /** Connects and answers the reconciliation with nothing. */
    public void connect() {
        report(new ConnectionChanged(VenueState.UP, ""));
        adapter.takeRequests();
        report(new Reconciled(true, ""));
    }

    /** Connects and answers the reconciliation with what else is open there. */
    public void connectAndFind(final VenueReport... found) {
        report(new ConnectionChanged(VenueState.UP, ""));
        adapter.takeRequests();
        for (final VenueReport report : found) {
            report(report);
        }
        report(new Reconciled(true, ""));
    }

    public void work() {
        try {
            // a report may make something due in the next cycle, and that again
            for (int i = 0; i < 4; i++) {
                agent.doWork();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void event(final Event event) {
        port.event(event);
        work();
    }

    public void report(final VenueReport report) {
        adapter.report(report);
        work();
    }

    public void passMs(final long ms) {
        for (long passed = 0; passed < ms; passed += 10) {
            nowNs += 10 * MS;
            work();
        }
    }

    public long nowNs() {
        return nowNs;
    }

    /** {@return what was said since the last call, without quotes and the steady status} */
    public List<Command> takeCommands() {
        return port.takeSaid().stream()
                .filter(command -> !(command instanceof VenueQuotes) && !(command instanceof VenueStatus))
                .toList();
    }

    /** {@return the states said since the last call, each once} */
    public List<VenueState> takeStates() {
        return port.takeSaid().stream()
                .filter(VenueStatus.class::isInstance)
                .map(command -> ((VenueStatus) command).state())
                .distinct()
                .toList();
    }

    public static String clOrdId(final long childOrderId) {
        return VenueClOrdIds.of(PREFIX, childOrderId, 0);
    }

    public static VenueOrderRequested order(final long childOrderId, final boolean again) {
        return new VenueOrderRequested(
                VENUE_ID,
                childOrderId,
                clOrdId(childOrderId),
                900 + childOrderId,
                "ACC",
                "BTC-USD",
                2,
                6,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                1_000_000,
                5_000_000,
                again);
    }

    public static VenueOrderRequested order(final long childOrderId) {
        return order(childOrderId, false);
    }

    public static VenueOrderOpen open(final long childOrderId, final long cumQty) {
        return new VenueOrderOpen(
                VENUE_ID,
                childOrderId,
                clOrdId(childOrderId),
                "V" + childOrderId,
                900 + childOrderId,
                "ACC",
                "BTC-USD",
                2,
                6,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                1_000_000,
                5_000_000,
                cumQty);
    }

    public static VenueCancelRequested cancel(final long childOrderId, final int attempt) {
        return new VenueCancelRequested(
                VENUE_ID, childOrderId, attempt, clOrdId(childOrderId), "", "BTC-USD", Side.BUY, 6, 1_000_000);
    }

    public static VenueReplaceRequested replace(final long childOrderId, final int revision, final boolean again) {
        return new VenueReplaceRequested(
                VENUE_ID,
                childOrderId,
                revision,
                VenueClOrdIds.of(PREFIX, childOrderId, revision),
                clOrdId(childOrderId),
                "V" + childOrderId,
                900 + childOrderId,
                "ACC",
                "BTC-USD",
                2,
                6,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                2_000_000,
                4_900_000,
                again);
    }

    public static Fill fill(final long childOrderId, final String execId, final String lastQty, final String cumQty) {
        return new Fill(
                clOrdId(childOrderId),
                execId,
                "BTC-USD",
                Side.BUY,
                qty(lastQty),
                qty("49999.5"),
                cumQty.isEmpty() ? Decimal.ABSENT : qty(cumQty),
                qty("0.01"),
                "USD",
                5);
    }

    public static QueryAnswered answer(final String venueClOrdId, final Presence presence, final String cumQty) {
        return new QueryAnswered(
                venueClOrdId, presence, "V", cumQty.isEmpty() ? Decimal.ABSENT : qty(cumQty), presence.name());
    }

    public static Decimal qty(final String text) {
        return io.weir.protocol.decimal.Decimals.parse(text);
    }

    /** {@return the ids that were asked for since the last call} */
    public List<String> takeQueries() {
        return adapter.takeRequests().stream()
                .filter(VenueQuery.class::isInstance)
                .map(request -> ((VenueQuery) request).venueClOrdId())
                .toList();
    }

    @Override
    public void close() {
        agent.onClose();
    }
}
