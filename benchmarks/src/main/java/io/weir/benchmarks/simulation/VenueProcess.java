package io.weir.benchmarks.simulation;

import io.weir.benchmarks.simulation.venue.SimulatedAdapter;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.log.EdgePort;
import io.weir.venue.RateLimit;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueSymbols;
import io.weir.venue.agent.VenueAgent;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;

/** A venue's edge in a process of its own: the real agent with its real send log, over a line that fails. */
final class VenueProcess extends EdgeProcess {
    private static final long SECOND_NS = 1_000_000_000L;

    private final SimulatedVenue exchange;
    private final Path directory;
    private final VenueConfig config;
    private final Sabotage sabotage;
    private final List<SendLog> sendLogs = new ArrayList<>();
    private SimulatedAdapter adapter;
    private VenueAgent venueAgent;

    VenueProcess(
            final World world,
            final int edgeId,
            final SimulatedVenue exchange,
            final Path directory,
            final Sabotage sabotage) {
        super(world, edgeId, "edge-" + exchange.name(), edgeId, EdgeKind.VENUE, exchange.name());
        this.exchange = exchange;
        this.directory = directory;
        this.sabotage = sabotage;
        config = new VenueConfig(
                exchange.name(),
                "simulated",
                new VenueSymbols(new TreeMap<>(Map.of("BTC-USD", "BTC-USD", "ETH-USD", "ETH-USD"))),
                new RateLimit(1_000, SECOND_NS, RateLimit.DEFAULT_RESERVED_BPS),
                SECOND_NS,
                2 * SECOND_NS,
                SECOND_NS / 4,
                SECOND_NS / 2,
                32,
                10_000);
    }

    @Override
    Agent make(final EdgePort port) throws IOException {
        adapter = new SimulatedAdapter(exchange, timeline, random, this::wake);
        if (sabotage == Sabotage.FORGETFUL_SEND_LOG) {
            Files.deleteIfExists(directory.resolve(SendLog.FILE_NAME));
        }
        final SendLog sendLog = SendLog.open(directory, false);
        sendLogs.add(sendLog);
        venueAgent = new VenueAgent(config, port, adapter, sendLog, false, timeline::monotonicNs, timeline::nowNs);
        return venueAgent;
    }

    /** The line to the exchange breaks. */
    void loseLine() {
        if (isAlive()) {
            adapter.lose();
        }
    }

    /** It dies in one of its next sends. */
    void dieSending(final int sends) {
        if (isAlive()) {
            adapter.dieBehind(sends);
        }
    }

    /** {@return how the agent says the venue is} */
    String stateText() {
        return venueAgent == null ? "never started" : venueAgent.state() + " " + venueAgent.stateText();
    }

    /** {@return whether it sends orders} */
    boolean isUp() {
        return isAlive() && (venueAgent.state() == VenueState.UP || venueAgent.state() == VenueState.DEGRADED);
    }

    @Override
    void onDied() {
        adapter.die();
    }

    /** Lets go of the files of all lives. */
    void close() {
        CloseHelper.quietCloseAll(sendLogs);
    }
}
