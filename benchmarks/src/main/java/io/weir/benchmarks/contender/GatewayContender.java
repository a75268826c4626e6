package io.weir.benchmarks.contender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.app.Main;
import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.client.LoadSession;
import io.weir.benchmarks.gateway.OpsPages;
import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.FreePorts;
import io.weir.benchmarks.process.ThreadTimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.agrona.CloseHelper;

/** The gateway as its users start it, {@code gateway run}, with simulated venues in another process. */
public final class GatewayContender implements Contender {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern STARTED = Pattern.compile("(?m)\\] ready$");
    private static final Pattern WAITING = Pattern.compile("(?m)^weir_venue_waiting\\{[^}]*} [1-9]");
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final String UP = "UP";

    private final GatewayOptions options;
    private final Path dataDir;
    private final List<ChildJvm> processes = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final OpsPages pages;
    private final LoadSession session = new LoadSession("CLIENT", "GATEWAY", "demo");
    private final int fixPort = FreePorts.tcp();
    private int controlPort;

    private GatewayContender(final GatewayOptions options, final Path directory) {
        this.options = options;
        this.dataDir = directory.resolve("data");
        this.pages = new OpsPages(dataDir);
    }

    /**
     * Starts venues and gateway and waits until both are up.
     *
     * @param options   how.
     * @param directory of its own, for all that is kept.
     * @return the running gateway.
     */
    public static GatewayContender start(final GatewayOptions options, final Path directory) {
        final GatewayContender gateway = new GatewayContender(options, directory);
        try {
            gateway.open(directory);
            return gateway;
        } catch (final RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    private void open(final Path directory) {
        final int venueFixPort = FreePorts.tcp();
        final int venueRestPort = FreePorts.tcp();
        final ChildJvm venues = SimulatedVenues.process(directory, venueFixPort, venueRestPort);
        processes.add(venues);
        venues.start();
        controlPort = SimulatedVenues.awaitStarted(venues, PATIENCE);
        final Path config = directory.resolve("gateway.yaml");
        GatewayProfile.of(dataDir, fixPort, venueFixPort, venueRestPort, options)
                .write(config);
        final ChildJvm gateway = new ChildJvm(
                "gateway", directory, options.jvmOptions(), Main.class, List.of("run", "--config", config.toString()));
        processes.add(gateway);
        gateway.start();
        gateway.awaitOutput(STARTED, PATIENCE);
        final long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new LoadException("the venues are not up after " + PATIENCE.toSeconds() + " s: " + health());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    @Override
    public String name() {
        return "Weir";
    }

    @Override
    public int fixPort() {
        return fixPort;
    }

    @Override
    public LoadSession session() {
        return session;
    }

    @Override
    public Duration cpu() {
        return processes.stream().map(ChildJvm::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return processor time so far, by thread; names of the venues' process begin with {@code venues:}} */
    public ThreadTimes threadTimes() {
        final ThreadTimes venues = processes.get(0).threadTimes().grouped().prefixed("venues: ");
        return processes.get(1).threadTimes().grouped().and(venues);
    }

    @Override
    public boolean isReady() {
        processes.forEach(ChildJvm::check);
        return UP.equals(health().path("state").asText()) && !hasWaitingOrders();
    }

    /** Processor time alone does not tell: on a busy machine a backlog is worked off at the pace of an idle one. */
    private boolean hasWaitingOrders() {
        return WAITING.matcher(pages.read("/metrics")
                        .orElseThrow(() -> new LoadException("the gateway does not tell its figures")))
                .find();
    }

    private JsonNode health() {
        try {
            return json.readTree(pages.read("/health").orElse("{}"));
        } catch (final IOException e) {
            throw new LoadException("the gateway's health is no JSON", e);
        }
    }

    /**
     * Asks the venues what they have executed; not for the time of a round, for it costs the venues work.
     *
     * @return executions of our orders, by venue.
     */
    public Map<String, Long> executions() {
        final Map<String, Long> executions = new LinkedHashMap<>();
        options.venues().forEach(venue -> executions.put(venue, executionsAt(venue)));
        return executions;
    }

    private long executionsAt(final String venue) {
        final URI address = URI.create("http://127.0.0.1:" + controlPort + "/venues/" + venue + "/executions");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(address.toURL().openStream(), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).count();
        } catch (final IOException e) {
            throw new UncheckedIOException("venue " + venue + " does not tell its executions", e);
        }
    }

    @Override
    public void suspend() {
        processes.forEach(ChildJvm::suspend);
    }

    @Override
    public void resume() {
        processes.forEach(ChildJvm::resume);
    }

    @Override
    public void close() {
        final List<ChildJvm> gatewayFirst = new ArrayList<>(processes);
        Collections.reverse(gatewayFirst);
        CloseHelper.closeAll(gatewayFirst);
        processes.clear();
    }
}
