package io.weir.core.cluster;

import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.IdleStrategy;

/** An edge for tests, driven by the test's own thread. */
final class Edge implements AutoCloseable {
    static final Command POISON = new SetKillSwitch(KillScope.ALL, "", true, false, "poison");

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    final EdgePort port;
    private final EventFragmentHandler events;
    private final IdleStrategy idle = IdleConfig.HOT.newStrategy();

    Edge(final LogClient client, final int edgeId, final EventFragmentHandler events) {
        this.port = client.openEdge(edgeId, EdgeKind.OPS, "");
        this.events = events;
    }

    void until(final BooleanSupplier condition) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            idle.idle(port.poll(events, 100));
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("waited in vain: epoch " + port.epoch() + ", acknowledged "
                        + port.acknowledgedSeq() + ", last Pulse " + port.sincePulseNs() + " ns ago");
            }
        }
    }

    long say(final long count) {
        long last = 0;
        for (long i = 0; i < count; i++) {
            last = say(new ResendDone(i, 1));
        }
        return last;
    }

    long say(final Command command) {
        long seq = port.trySay(command);
        if (seq % 16 == 0) {
            port.poll(events, 100);
        }
        while (seq == EdgePort.BACK_PRESSURED) {
            idle.idle(port.poll(events, 100));
            seq = port.trySay(command);
        }
        return seq;
    }

    @Override
    public void close() {
        port.close();
    }
}
