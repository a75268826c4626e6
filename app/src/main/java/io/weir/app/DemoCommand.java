package io.weir.app;

import io.weir.config.ConfigException;
import io.weir.config.Settings;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.client.FixClientConfig;
import io.weir.simulator.client.SampleDesk;
import io.weir.simulator.market.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway demo}: everything on loopback in this process, with simulated venues, and a sample client that trades. */
@Command(
        name = "demo",
        description = "Start everything on loopback with simulated venues; a sample client places a few orders.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String PROFILE = "/etc/demo.yaml";
    private static final String FIX_VENUE = "SIMFIX";
    private static final String REST_VENUE = "BINANCE";
    private static final String LOG_LEVEL = "weir.log.level";
    private static final String RECORDED = "BTCUSDT";
    private static final String CLIENT = "CLIENT";
    private static final String PASSWORD = "demo";
    private static final long VENUES_PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    @Option(names = "--once", description = "End after the sample orders: 0 if all happened that should, else 1.")
    private boolean once;

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = "Let BTC-USD at both venues follow a recording of Binance's depth stream (.jsonl.gz).")
    private Path recording;

    @Mixin
    private StartOptions options;

    @Override
    public Integer call() {
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "WARN"); // the demo's own lines tell a person enough
        }
        LoggerFactory.getILoggerFactory(); // before there is more than one thread to set it up
        final Progress progress = new Progress(System.out);
        try (Lifetime lifetime = new Lifetime()) {
            final boolean complete = runVenues(progress, lifetime);
            progress.step("stopped");
            return complete ? 0 : 1;
        }
    }

    /** The venues start beside the gateway, which takes orders before they are there. */
    private boolean runVenues(final Progress progress, final Lifetime lifetime) {
        final Path directory = options.dataOr(Path.of("data")).resolve("simulators");
        final DemoPorts ports = DemoPorts.choose(directory);
        final GatewayConfig config = GatewayConfig.read(settings(ports));
        final List<CompletableFuture<VenueSimulator>> venues = List.of(
                start(following(DemoVenues.fix(FIX_VENUE, ports.fix(), directory.resolve(FIX_VENUE)), "BTC-USD")),
                start(following(
                        DemoVenues.binance(REST_VENUE, ports.rest(), directory.resolve(REST_VENUE)), RECORDED)));
        try {
            progress.step("simulated venues: " + FIX_VENUE + " speaks FIX on " + ports.fix() + ", " + REST_VENUE
                    + " REST and WebSocket on " + ports.rest());
            return trade(config, ports.rest(), venues, progress, lifetime);
        } finally {
            venues.forEach(
                    venue -> venue.handle((started, failed) -> close(started)).join());
        }
    }

    private static CompletableFuture<VenueSimulator> start(final SimulatorConfig config) {
        return CompletableFuture.supplyAsync(
                () -> {
                    final VenueSimulator venue = Simulators.of(config);
                    venue.start();
                    return venue;
                },
                task -> {
                    final Thread thread = new Thread(task, "demo-" + config.name());
                    thread.setPriority(Thread.MIN_PRIORITY); // an exchange has a machine of its own
                    thread.start();
                });
    }

    private static boolean close(final VenueSimulator venue) {
        if (venue != null) {
            venue.close();
        }
        return venue != null;
    }

    private static void await(final CompletableFuture<VenueSimulator> venue) {
        try {
            venue.join();
        } catch (final CompletionException e) {
            throw new GatewayException(
                    e.getCause().getMessage() + "; another demo may be running there (--data DIR)", e.getCause());
        }
    }

    private boolean trade(
            final GatewayConfig config,
            final int restPort,
            final List<CompletableFuture<VenueSimulator>> simulators,
            final Progress progress,
            final Lifetime lifetime) {
        try (Gateway gateway = Gateway.start(config, progress::step)) {
            simulators.forEach(DemoCommand::await);
            final boolean venuesUp = awaitVenues(gateway);
            progress.step(venuesUp ? "both venues take orders" : "not every venue came up within 30 s");
            final Set<String> venues = new TreeSet<>(List.of(FIX_VENUE, REST_VENUE));
            final BigDecimal market = DemoMarket.price(restPort);
            progress.step("a sample client trades; BTC-USD is at " + market.toPlainString());
            final boolean complete = new SampleDesk(System.out, venues, market)
                            .run(FixClientConfig.loopback(gateway.fixPort(), CLIENT, PASSWORD))
                    && venuesUp;
            progress.step(complete ? "the sample is done: all happened that should" : "the sample is NOT complete");
            if (!once) {
                progress.ready(
                        gateway,
                        config,
                        "log on   Username = SenderCompID, Password " + PASSWORD + "; account ACC-<SenderCompID>",
                        "try      ./gateway orders --status FILLED" + dataOption(config),
                        "         ./gateway executions --json" + dataOption(config),
                        "         kill -9 this process and start it again: nothing is lost",
                        "stop     Ctrl-C");
                lifetime.awaitEnd();
            }
            progress.step("stopping");
            return complete;
        }
    }

    private static String dataOption(final GatewayConfig config) {
        return " --data " + config.dataDir();
    }

    private static boolean awaitVenues(final Gateway gateway) {
        final long deadlineNs = System.nanoTime() + VENUES_PATIENCE_NS;
        final IdleStrategy idle = new SleepingMillisIdleStrategy(5);
        while (gateway.venuesUp().size() < 2) {
            if (System.nanoTime() - deadlineNs > 0) {
                return false;
            }
            idle.idle();
        }
        return true;
    }

    private SimulatorConfig following(final SimulatorConfig venue, final String symbol) {
        return recording == null ? venue : venue.withRecording(symbol, new Recording(recording, RECORDED, 1, true));
    }

    private Settings settings(final DemoPorts ports) {
        final Settings settings = Settings.parse(
                "the demo profile",
                profile()
                        .replace("${SIMFIX.port}", String.valueOf(ports.fix()))
                        .replace("${BINANCE.port}", String.valueOf(ports.rest())));
        options.override(settings);
        return settings;
    }

    private static String profile() {
        try (InputStream in = DemoCommand.class.getResourceAsStream(PROFILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new ConfigException(PROFILE, List.of("cannot be read: " + e));
        }
    }
}
