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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
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
    private static final String CLIENT = "CLIENT";
    private static final String PASSWORD = "demo";
    private static final long VENUES_PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    @Option(names = "--once", description = "End after the sample orders: 0 if all happened that should, else 1.")
    private boolean once;

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description = "Let BTC-USD at the Binance venue follow a recording of Binance's depth stream (.jsonl.gz).")
    private Path recording;

    @Mixin
    private StartOptions options;

    @Override
    public Integer call() {
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(
                    LOG_LEVEL, "WARN"); // the demo's own lines tell a person enough; read before the first logger
        }
        final Progress progress = new Progress(System.out);
        try (Lifetime lifetime = new Lifetime()) {
            final boolean complete = runVenues(progress, lifetime);
            progress.step("stopped");
            return complete ? 0 : 1;
        }
    }

    private boolean runVenues(final Progress progress, final Lifetime lifetime) {
        final Path directory = options.dataOr(Path.of("data")).resolve("simulators");
        try (VenueSimulator fixVenue = started(DemoVenues.fix(FIX_VENUE, 0, directory.resolve(FIX_VENUE)));
                VenueSimulator restVenue = started(restVenue(directory.resolve(REST_VENUE)))) {
            progress.step("simulated venues: " + FIX_VENUE + " speaks FIX on " + fixVenue.port() + ", " + REST_VENUE
                    + " REST and WebSocket on " + restVenue.port());
            return trade(GatewayConfig.read(settings(fixVenue.port(), restVenue.port())), progress, lifetime);
        }
    }

    private static VenueSimulator started(final SimulatorConfig config) {
        final VenueSimulator venue = Simulators.of(config);
        try {
            venue.start();
            return venue;
        } catch (final IllegalStateException e) {
            venue.close();
            throw new GatewayException(e.getMessage() + "; another demo may be running there (--data DIR)", e);
        }
    }

    private boolean trade(final GatewayConfig config, final Progress progress, final Lifetime lifetime) {
        try (Gateway gateway = Gateway.start(config, progress::step)) {
            final boolean venuesUp = awaitVenues(gateway);
            progress.step(venuesUp ? "both venues take orders" : "not every venue came up within 30 s");
            final Set<String> venues = new TreeSet<>(List.of(FIX_VENUE, REST_VENUE));
            progress.step("a sample client trades");
            final boolean complete = new SampleDesk(System.out, venues)
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

    private SimulatorConfig restVenue(final Path directory) {
        final SimulatorConfig config = DemoVenues.binance(REST_VENUE, 0, directory);
        return recording == null
                ? config
                : config.withRecording("BTCUSDT", new Recording(recording, "BTCUSDT", 1, true));
    }

    private Settings settings(final int fixVenuePort, final int restVenuePort) {
        final Settings settings = Settings.parse(
                "the demo profile",
                profile()
                        .replace("${SIMFIX.port}", String.valueOf(fixVenuePort))
                        .replace("${BINANCE.port}", String.valueOf(restVenuePort)));
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
