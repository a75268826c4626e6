package io.weir.benchmarks.life;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.weir.app.Main;
import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.contender.GatewayOptions;
import io.weir.benchmarks.contender.GatewayProfile;
import io.weir.benchmarks.contender.SimulatedVenues;
import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.FreePorts;
import io.weir.ops.OpsEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A gateway on one data directory that can be killed and started again, with simulated venues that live on in a process of
 * their own. Used by the one thread that measures.
 */
final class GatewayRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern VENUES_STARTED = Pattern.compile("(?m)^control (\\d+)$");
    private static final Pattern HEALTHY = Pattern.compile("\\{\"state\":\"(UP|DEGRADED)\"");
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long NO_SNAPSHOT_LOG_BYTES = 1L << 40;

    private final Path directory;
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
        final int venueFixPort = FreePorts.tcp();
        final int venueRestPort = FreePorts.tcp();
        final Path simulators = directory.resolve("simulators");
        venues = new ChildJvm(
                "venues",
                directory,
                List.of(),
                SimulatedVenues.class,
                List.of(simulators.toString(), String.valueOf(venueFixPort), String.valueOf(venueRestPort)));
        gateway = new ChildJvm(
                "gateway",
                directory,
                options.jvmOptions(),
                Main.class,
                List.of("run", "--config", config().toString()));
        try {
            venues.start();
            venues.awaitOutput(VENUES_STARTED, PATIENCE);
            GatewayProfile.write(config(), dataDir(), fixPort, venueFixPort, venueRestPort, options);
            if (!snapshots) {
                leaveSnapshotsOut();
            }
        } catch (final IOException e) {
            venues.close();
            throw new UncheckedIOException(e);
        } catch (final RuntimeException e) {
            venues.close();
            throw e;
        }
    }

    private void leaveSnapshotsOut() throws IOException {
        final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        final ObjectNode root = (ObjectNode) yaml.readTree(config().toFile());
        ((ObjectNode) root.get("node"))
                .put("snapshot-log-bytes", NO_SNAPSHOT_LOG_BYTES)
                .put("max-held-bytes", NO_SNAPSHOT_LOG_BYTES)
                .put("snapshot-at-stop", false);
        yaml.writeValue(config().toFile(), root);
    }

    private Path config() {
        return directory.resolve("gateway.yaml");
    }

    private Path dataDir() {
        return directory.resolve("data");
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
        final long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!HEALTHY.matcher(page("/health")).lookingAt()) {
            check();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new LoadException(
                        "the gateway is not well after " + PATIENCE.toSeconds() + " s: " + page("/health"));
            }
            LockSupport.parkNanos(POLL_NS);
        }
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
        return page("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private String page(final String path) {
        final Optional<OpsEndpoint> endpoint = OpsEndpoint.read(dataDir());
        if (endpoint.isEmpty()) {
            return "";
        }
        final URI address = URI.create(
                "http://" + endpoint.get().host() + ":" + endpoint.get().port() + path);
        try (InputStream in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            return String.valueOf(e.getMessage()); // not there yet, or 503 until all is up
        }
    }

    @Override
    public void close() {
        gateway.close();
        venues.close();
    }
}
