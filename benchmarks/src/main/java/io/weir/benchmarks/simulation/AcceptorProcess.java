package io.weir.benchmarks.simulation;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.AcceptorConfig;
import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.AcceptorAgent;
import io.weir.acceptor.logon.ClientConfig;
import io.weir.benchmarks.simulation.wire.MemorySockets;
import io.weir.benchmarks.simulation.wire.Wire;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.log.EdgePort;
import java.time.Duration;
import java.util.List;
import org.agrona.concurrent.Agent;

/** An acceptor in a process of its own, over sockets in memory. */
final class AcceptorProcess extends EdgeProcess {
    /** TargetCompID(56) of what clients send. */
    static final String COMP_ID = "GATEWAY";

    /** Small, so that clients fall behind the ring and read older journal. */
    private static final AcceptorBounds BOUNDS = new AcceptorBounds(
            64, 64, Duration.ofSeconds(10), 1, 200, Duration.ofSeconds(30), 4L << 30, 64 << 10, 2, 16 << 10);

    private final AcceptorConfig config;
    private MemorySockets sockets;

    AcceptorProcess(final World world, final int edgeId, final List<String> compIds) {
        super(world, edgeId, "acceptor" + edgeId, edgeId, EdgeKind.ACCEPTOR, "");
        config = new AcceptorConfig(
                "127.0.0.1",
                0,
                COMP_ID,
                compIds.stream()
                        .map(compId -> new ClientConfig(compId, "", null, List.of(), 0))
                        .toList(),
                BOUNDS);
    }

    @Override
    Agent make(final EdgePort port) {
        sockets = new MemorySockets(timeline, random, this::wake);
        return new AcceptorAgent(
                config,
                port,
                log.journal(),
                Runnable::run,
                timeline::nowNs,
                timeline::monotonicNs,
                new AcceptorCounters(),
                sockets);
    }

    /** Connects a client; only while alive. */
    Wire connect(final String address, final Runnable onArrival) {
        return sockets.connect(address, onArrival);
    }

    @Override
    void onDied() {
        sockets.die();
    }
}
