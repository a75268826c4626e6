package io.weir.core;

import io.weir.core.session.SessionFigures;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.Pulse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** A core with a clock that the test moves, edges that number their commands, and a log that keeps all events. */
public final class CoreKit {
    /** When every test begins. */
    public static final long START_NS = 1_700_000_000_000_000_000L;

    private static final int OPS_EDGE = 4000;

    private final RecordingEventLog eventLog = new RecordingEventLog();
    private final Map<Integer, long[]> edges = new HashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private CoreFrame core;
    private EchoTrading trading;
    private long timeNs = START_NS;
    private int looked;

    public CoreKit() {
        core = newCore(eventLog);
        startEdge(OPS_EDGE, OPS_EDGE);
    }

    /**
     * One thing that the log has handed to the core: enough to hand it to another core again.
     *
     * @param header  of a command, null for a timer or a new term.
     * @param command null for what a venue's command does.
     * @param effect  of a venue's command, else null.
     * @param timeNs  of a timer or a new term.
     * @param newTerm it is a new term.
     */
    record Input(CommandHeader header, Command command, Consumer<EchoTrading> effect, long timeNs, boolean newTerm) {
        void to(final CoreFrame target) {
            if (newTerm) {
                target.onNewLeadershipTerm(timeNs);
            } else if (header == null) {
                target.onTimer(timeNs);
            } else if (target.onCommand(header)) {
                if (effect == null) {
                    dispatch(target, command);
                } else {
                    effect.accept((EchoTrading) target.trading());
                }
            }
        }
    }

    /** {@return all that this kit's core was handed, in order} */
    List<Input> inputs() {
        return inputs;
    }

    private void input(final Input input) {
        inputs.add(input);
        input.to(core);
    }

    void timer() {
        input(new Input(null, null, null, timeNs, false));
    }

    private CoreFrame newCore(final EventLog log) {
        return new CoreFrame(log, (outbox, clock, sessionOutbox, sessions) -> {
            trading = new EchoTrading(outbox, clock, sessionOutbox, sessions);
            return trading;
        });
    }

    public long timeNs() {
        return timeNs;
    }

    public EchoTrading trading() {
        return trading;
    }

    CoreFrame core() {
        return core;
    }

    /** {@return the lowest position of the journal that a client may still need} */
    public long neededPosition() {
        return core.neededPosition();
    }

    /** Goes on with another core that begins with this one's snapshot. */
    public void reload() {
        final List<byte[]> pages = snapshot(core);
        core = newCore(eventLog);
        load(pages, core);
    }

    public SessionFigures sessionFigures() {
        return core.sessionFigures();
    }

    public RecordingEventLog eventLog() {
        return eventLog;
    }

    /** Starts an acceptor anew; its commands are numbered from 1 in the epoch that it is granted. */
    public int startEdge(final int edgeId, final long nonce) {
        return startEdge(edgeId, nonce, EdgeKind.ACCEPTOR, "");
    }

    public int startEdge(final int edgeId, final long nonce, final EdgeKind kind, final String name) {
        final int before = eventLog.said().size();
        raw(new CommandHeader(edgeId, 0, 0, timeNs), new EdgeStart(nonce, kind, name));
        for (final RecordingEventLog.Said said :
                eventLog.said().subList(before, eventLog.said().size())) {
            if (said.event() instanceof EdgeStarted started && started.edgeId() == edgeId) {
                final long[] known = edges.computeIfAbsent(edgeId, id -> new long[2]);
                if (known[0] != started.epoch()) {
                    known[0] = started.epoch();
                    known[1] = 0;
                }
                return started.epoch();
            }
        }
        return 0;
    }

    public int epoch(final int edgeId) {
        return (int) edges.get(edgeId)[0];
    }

    /** An edge says its next command. */
    public void say(final int edgeId, final Command command) {
        final long[] edge = edges.get(edgeId);
        raw(new CommandHeader(edgeId, (int) edge[0], ++edge[1], timeNs), command);
    }

    /** Defines a client without limits. */
    public void define(final String compId) {
        define(compId, 0);
    }

    public void define(final String compId, final int maxMessagesPerSecond) {
        say(
                OPS_EDGE,
                new DefineFixSession(
                        compId, "ACC-" + compId, List.of("ACC-" + compId), maxMessagesPerSecond, 10_000_000_000L));
    }

    /** Lets something happen to the trading side as if a venue's command had come. */
    public void venueSays(final Consumer<EchoTrading> effect) {
        final long[] edge = edges.get(OPS_EDGE);
        final CommandHeader header = new CommandHeader(OPS_EDGE, (int) edge[0], ++edge[1], timeNs);
        input(new Input(header, null, effect, 0, false));
    }

    /** A venue trades for a client. */
    public void fill(final int sessionId, final String clOrdId) {
        venueSays(trading -> trading.fill(sessionId, clOrdId));
    }

    /** Hands a command to the core as the log would. */
    public void raw(final CommandHeader header, final Command command) {
        input(new Input(header, command, null, 0, false));
    }

    private static void dispatch(final CoreFrame core, final Command command) {
        if (command instanceof LogonReceived logon) {
            core.onLogon(logon);
        } else if (command instanceof FixInbound message) {
            core.onMessage(message);
        } else if (command instanceof EdgeStart start) {
            core.onEdgeStart(start);
        } else if (command instanceof Disconnected gone) {
            core.onDisconnected(gone);
        } else if (command instanceof ResendDone done) {
            core.onResendDone(done);
        } else if (command instanceof ProbeAnswered answer) {
            core.onProbeAnswered(answer);
        } else if (command instanceof DefineFixSession definition) {
            core.onDefineFixSession(definition);
        } else if (command instanceof SetHold hold) {
            core.onSetHold(hold);
        } else {
            throw new IllegalArgumentException("the kit has no way for " + command);
        }
    }

    /** Lets time go by, with every timer in it. */
    public void passMs(final long ms) {
        passNs(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    public void passS(final long s) {
        passNs(TimeUnit.SECONDS.toNanos(s));
    }

    public void passNs(final long ns) {
        final long end = timeNs + ns;
        for (long next = core.nextDeadlineNs(); next <= end; next = core.nextDeadlineNs()) {
            timeNs = Math.max(timeNs, next);
            timer();
        }
        timeNs = end;
    }

    /** Works timers that are due now, until none is. */
    public void settle() {
        while (core.nextDeadlineNs() <= timeNs) {
            timer();
        }
    }

    /** Time goes by and nobody works: an outage. */
    public void outageNs(final long ns) {
        timeNs += ns;
    }

    public void newLeadershipTerm() {
        input(new Input(null, null, null, timeNs, true));
    }

    /** {@return what was said since the last look, without Pulses} */
    public List<Event> news() {
        final List<Event> news = new ArrayList<>();
        for (; looked < eventLog.said().size(); looked++) {
            final Event event = eventLog.said().get(looked).event();
            if (!(event instanceof Pulse)) {
                news.add(event);
            }
        }
        return news;
    }

    /** {@return all events of one kind, since the beginning} */
    public <E extends Event> List<E> all(final Class<E> type) {
        return eventLog.said().stream()
                .map(RecordingEventLog.Said::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** {@return the core's whole state as the pages of a snapshot} */
    public List<byte[]> snapshot() {
        return snapshot(core);
    }

    static List<byte[]> snapshot(final Snapshotable... parts) {
        final List<byte[]> pages = new ArrayList<>();
        final BufferSnapshotWriter writer = new BufferSnapshotWriter((buffer, offset, length) -> {
            final byte[] page = new byte[length];
            buffer.getBytes(offset, page);
            pages.add(page);
        });
        for (final Snapshotable part : parts) {
            part.writeTo(writer);
        }
        writer.finish();
        return pages;
    }

    /** {@return a hash of the core's whole state} */
    public long stateHash() {
        return hash(snapshot());
    }

    static long hash(final List<byte[]> pages) {
        long hash = 1;
        for (final byte[] page : pages) {
            for (final byte b : page) {
                hash = hash * 31 + b;
            }
        }
        return hash;
    }

    static void load(final List<byte[]> pages, final Snapshotable... parts) {
        final int[] next = {0};
        final BufferSnapshotReader reader = new BufferSnapshotReader(page -> {
            if (next[0] == pages.size()) {
                return 0;
            }
            final byte[] bytes = pages.get(next[0]++);
            page.putBytes(0, new UnsafeBuffer(bytes), 0, bytes.length);
            return bytes.length;
        });
        for (final Snapshotable part : parts) {
            part.readFrom(reader);
        }
        reader.finish();
    }
}
