package io.weir.core.cluster;

import io.weir.core.CoreLogic;
import io.weir.core.EventLog;
import io.weir.core.StateMachine;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Pulse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The smallest state machine that behaves like the real one towards edges and log: it grants epochs, takes each number once,
 * answers gaps, says a Pulse ten times a second, and answers every other command with one event whose length depends on
 * what it has seen so far. A {@link SetKillSwitch} is poison: it breaks an invariant.
 */
final class EchoCore {
    static final long PULSE_NS = 100_000_000L;

    private static final String PATTERN = "abcdefghijklmnopqrstuvwxyz".repeat(10);

    private final Map<Integer, long[]> edges = new TreeMap<>();
    private final EventLog log;
    private final int eventsPerCommand;
    private final BooleanSupplier mayEndTail;
    private Runnable tail;
    private CommandHeader header;
    private long taken;
    private long nextPulseNs;
    private long elapsedNs;

    private EchoCore(final EventLog log, final int eventsPerCommand, final BooleanSupplier mayEndTail) {
        this.log = log;
        this.eventsPerCommand = eventsPerCommand;
        this.mayEndTail = mayEndTail;
    }

    static CoreLogic logic(final int version) {
        return logic(version, 1);
    }

    static CoreLogic logic(final int version, final int eventsPerCommand) {
        return logic(version, eventsPerCommand, () -> true);
    }

    /** One whose snapshots' tails are not ended before they may. */
    static CoreLogic logic(final int version, final int eventsPerCommand, final BooleanSupplier mayEndTail) {
        return new CoreLogic(version, log -> {
            final EchoCore core = new EchoCore(log, eventsPerCommand, mayEndTail);
            return (StateMachine) Proxy.newProxyInstance(
                    EchoCore.class.getClassLoader(),
                    new Class<?>[] {StateMachine.class},
                    (proxy, method, arguments) -> core.call(method, arguments));
        });
    }

    private Object call(final Method method, final Object[] arguments) {
        switch (method.getName()) {
            case "onCommand":
                return onCommand((CommandHeader) arguments[0]);
            case "onEdgeStart":
                onEdgeStart((EdgeStart) arguments[0]);
                return null;
            case "onSetKillSwitch":
                throw new IllegalStateException("poison from edge " + header.edgeId());
            case "onTimer":
                onTimer((long) arguments[0]);
                return null;
            case "nextDeadlineNs":
                return nextPulseNs == 0 ? Long.MAX_VALUE : nextPulseNs;
            case "onNewLeadershipTerm":
                nextPulseNs = (long) arguments[0] + PULSE_NS;
                return null;
            case "standstill":
                return io.weir.core.Standstill.NONE;
            case "neededPosition":
                return Long.MAX_VALUE;
            case "writeTo":
                writeTo((SnapshotWriter) arguments[0]);
                return null;
            case "writeOn":
                return writeOn();
            case "readFrom":
                readFrom((SnapshotReader) arguments[0]);
                return null;
            default:
                echo();
                return null;
        }
    }

    private boolean onCommand(final CommandHeader next) {
        header = next;
        if (next.epoch() == 0) {
            return true;
        }
        final long[] edge = edges.get(next.edgeId());
        if (edge == null || edge[0] != next.epoch() || next.seq() <= edge[2]) {
            return false;
        }
        if (next.seq() > edge[2] + 1) {
            if (edge[3] != edge[2] + 1) {
                edge[3] = edge[2] + 1;
                say(new EdgeGap(next.edgeId(), next.epoch(), edge[2] + 1));
            }
            return false;
        }
        edge[2]++;
        return true;
    }

    private void onEdgeStart(final EdgeStart start) {
        final long[] edge = edges.computeIfAbsent(header.edgeId(), id -> new long[4]);
        if (edge[1] != start.nonce()) {
            edge[0]++;
            edge[1] = start.nonce();
            edge[2] = 0;
            edge[3] = 0;
        }
        say(new EdgeStarted(header.edgeId(), (int) edge[0], start.nonce(), EdgeKind.OPS, 0));
    }

    private void echo() {
        for (int i = 0; i < eventsPerCommand; i++) {
            taken++;
            final int length = (int) ((taken * 31 + header.seq() * 7) % 200);
            say(new CommandRefused(header.edgeId(), header.seq(), PATTERN.substring(0, length)));
        }
    }

    private void onTimer(final long timeNs) {
        if (timeNs < nextPulseNs) {
            return;
        }
        elapsedNs += PULSE_NS;
        nextPulseNs = timeNs + PULSE_NS;
        final List<EdgeAck> acks = new ArrayList<>();
        edges.forEach((id, edge) -> acks.add(new EdgeAck(id, (int) edge[0], edge[2])));
        log.append(timeNs, 0, 0, 0, new Pulse(elapsedNs, acks));
    }

    private void say(final io.weir.protocol.event.Event event) {
        log.append(header.timeNs(), header.edgeId(), header.epoch(), header.seq(), event);
    }

    private void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("echo");
        snapshot.putLong(taken);
        snapshot.putLong(nextPulseNs);
        snapshot.putLong(elapsedNs);
        snapshot.tailWriter().ifPresentOrElse(this::beginTail, () -> writeEdges(edges, snapshot));
    }

    private void beginTail(final SnapshotWriter writer) {
        final Map<Integer, long[]> now = new TreeMap<>();
        edges.forEach((id, edge) -> now.put(id, edge.clone()));
        tail = () -> writeEdges(now, writer);
    }

    private boolean writeOn() {
        if (tail != null && mayEndTail.getAsBoolean()) {
            tail.run();
            tail = null;
        }
        return tail != null;
    }

    private static void writeEdges(final Map<Integer, long[]> edges, final SnapshotWriter snapshot) {
        snapshot.putInt(edges.size());
        edges.forEach((id, edge) -> {
            snapshot.putInt(id);
            for (final long value : edge) {
                snapshot.putLong(value);
            }
        });
    }

    private void readFrom(final SnapshotReader snapshot) {
        snapshot.section("echo");
        taken = snapshot.getLong();
        nextPulseNs = snapshot.getLong();
        elapsedNs = snapshot.getLong();
        readEdges(snapshot.tailReader().orElse(snapshot));
    }

    private void readEdges(final SnapshotReader snapshot) {
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            edges.put(
                    snapshot.getInt(),
                    new long[] {snapshot.getLong(), snapshot.getLong(), snapshot.getLong(), snapshot.getLong()});
        }
    }
}
