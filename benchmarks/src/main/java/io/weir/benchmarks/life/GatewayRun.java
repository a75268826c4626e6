package io.weir.benchmarks.life;

import io.weir.app.Main;
import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.contender.GatewayOptions;
import io.weir.benchmarks.contender.GatewayProfile;
import io.weir.benchmarks.contender.SimulatedVenues;
import io.weir.benchmarks.gateway.DemoSettings;
import io.weir.benchmarks.gateway.OpsPages;
import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.FreePorts;
import io.weir.benchmarks.process.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A gateway on one data directory that can be killed and started again, with simulated venues that live on in a process of
 * their own. Used by the one thread that measures.
 */
final class GatewayRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern HEALTHY = Pattern.compile("\\{\"state\":\"(UP|DEGRADED)\"");
    private static final long LOOK_MS = 20;
    private static final long NO_SNAPSHOT_LOG_BYTES = 1L << 40;

    private final Path directory;
    private final OpsPages pages;
    private final int fixPort = FreePorts.tcp();
    private final ChildJvm venues;
    private final ChildJvm gateway;

    /**
     * Starts the venues, and writes the settings of the gateway.
     *
     * @param directory of its own, for all that is kept.
     * @param options   how the gateway is run.
     * @param snapshots whether it takes snapshots; else a start replays all there ever was.
     */
    GatewayRun(final Path directory, final GatewayOptions options, final boolean snapshots) {
        this.directory = directory;
        final Path dataDir = directory.resolve("data");
        pages = new OpsPages(dataDir);
        final int venueFixPort = FreePorts.tcp();
        final int venueRestPort = FreePorts.tcp();
        venues = SimulatedVenues.process(directory, venueFixPort, venueRestPort);
        gateway = new ChildJvm(
                "gateway",
                directory,
                options.jvmOptions(),
                Main.class,
                List.of("run", "--config", config().toString()));
        try {
            venues.start();
            SimulatedVenues.awaitStarted(venues, PATIENCE);
            final DemoSettings settings = GatewayProfile.of(dataDir, fixPort, venueFixPort, venueRestPort, options);
            if (!snapshots) {
                leaveSnapshotsOut(settings);
            }
            settings.write(config());
        } catch (final RuntimeException e) {
            venues.close();
            throw e;
        }
    }

    private static void leaveSnapshotsOut(final DemoSettings settings) {
        settings.section("node")
                .put("snapshot-log-bytes", NO_SNAPSHOT_LOG_BYTES)
                .put("max-held-bytes", NO_SNAPSHOT_LOG_BYTES)
                .put("snapshot-at-stop", false);
    }

    private Path config() {
        return directory.resolve("gateway.yaml");
    }

    /** Starts the gateway's process; whoever wants to know when it is there asks its ports. */
    void start() {
        gateway.start();
    }

    /**
     * Waits until all that the gateway says of itself is well, its venues too. A venue that answers late on a busy machine is
     * called degraded and trades all the same.
     */
    void awaitHealthy() {
        final boolean isWell = Pause.until(PATIENCE, LOOK_MS, () -> {
            check();
            final String health = health();
            return HEALTHY.matcher(health).lookingAt() && !health.contains("\"DOWN\"");
        });
        if (!isWell) {
            throw new LoadException("the gateway is not well after " + PATIENCE.toSeconds() + " s: " + health());
        }
    }

    private String health() {
        return pages.read("/health").orElse("no answer");
    }

    /** Ends the process by SIGKILL and waits until it is gone. */
    void kill() {
        gateway.kill();
    }

    /** Throws if venues or gateway have ended. */
    void check() {
        venues.check();
        gateway.check();
    }

    int fixPort() {
        return fixPort;
    }

    /** {@return the process of the gateway} */
    ChildJvm process() {
        return gateway;
    }

    /** {@return a figure of the gateway's metrics, NaN if it does not answer or has none of that name} */
    double metric(final String name) {
        return pages.metric(name).orElse(Double.NaN);
    }

    @Override
    public void close() {
        gateway.close();
        venues.close();
    }
}
