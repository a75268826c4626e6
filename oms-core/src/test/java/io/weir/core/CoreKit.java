package io.weir.core;

import io.weir.core.session.SessionFigures;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
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
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.Pulse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/** A core with a clock that the test moves, edges that number their commands, and a log that keeps all events. */
public final class CoreKit {
    /** When every test begins. */
    public static final long START_NS = 1_700_000_000_000_000_000L;

    private static final int OPS_EDGE = 4000;

    private final RecordingEventLog eventLog = new RecordingEventLog();
    private final Map<Integer, long[]> edges = new HashMap<>();
    private CoreFrame core;
    private EchoTrading trading;
    private long timeNs = START_NS;
    private int looked;

    public CoreKit() {
        core = newCore(eventLog);
        startEdge(OPS_EDGE, OPS_EDGE);
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
    public void venueSays(final Runnable effect) {
        final long[] edge = edges.get(OPS_EDGE);
        if (core.onCommand(new CommandHeader(OPS_EDGE, (int) edge[0], ++edge[1], timeNs))) {
            effect.run();
        }
    }

    /** Hands a command to the core as the log would. */
    public void raw(final CommandHeader header, final Command command) {
        if (!core.onCommand(header)) {
            return;
        }
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
            core.onTimer(timeNs);
        }
        timeNs = end;
    }

    /** Works timers that are due now, until none is. */
    public void settle() {
        while (core.nextDeadlineNs() <= timeNs) {
            core.onTimer(timeNs);
        }
    }

    /** Time goes by and nobody works: an outage. */
    public void outageNs(final long ns) {
        timeNs += ns;
    }

    public void newLeadershipTerm() {
        core.onNewLeadershipTerm(timeNs);
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
        final List<byte[]> pages = new ArrayList<>();
        final BufferSnapshotWriter writer = new BufferSnapshotWriter((buffer, offset, length) -> {
            final byte[] page = new byte[length];
            buffer.getBytes(offset, page);
            pages.add(page);
        });
        core.writeTo(writer);
        writer.finish();
        return pages;
    }

    /** {@return a hash of the core's whole state} */
    public long stateHash() {
        long hash = 1;
        for (final byte[] page : snapshot()) {
            for (final byte b : page) {
                hash = hash * 31 + b;
            }
        }
        return hash;
    }

    /** Goes on with a new core that knows nothing but the old one's snapshot. */
    public void reload() {
        final List<byte[]> pages = snapshot();
        core = newCore(eventLog);
        load(core, pages);
    }

    static void load(final CoreFrame target, final List<byte[]> pages) {
        final int[] next = {0};
        final BufferSnapshotReader reader = new BufferSnapshotReader(page -> {
            if (next[0] == pages.size()) {
                return 0;
            }
            final byte[] bytes = pages.get(next[0]++);
            page.putBytes(0, new UnsafeBuffer(bytes), 0, bytes.length);
            return bytes.length;
        });
        target.readFrom(reader);
        reader.finish();
    }
}
