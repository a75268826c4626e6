package io.weir.simulator;

import io.weir.simulator.fault.ControlServer;
import io.weir.simulator.market.Recording;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs one demo venue in a process of its own until the process is ended. Called from the command line and by the app. */
public final class SimulatorMain {
    private static final Set<String> KNOWN = Set.of(
            "dialect",
            "name",
            "port",
            "control-port",
            "data",
            "seed",
            "limits",
            "recording",
            "recorded-symbol",
            "symbol",
            "speed");
    private static final String USAGE = """
            usage: --dialect fix44|binance --data DIR [--name NAME] [--port N] [--control-port N] [--seed N]
                   [--limits wide|documented] [--recording FILE --symbol SYMBOL [--recorded-symbol SYMBOL] [--speed X]]
            Port 0 (the default) takes a free port; the ports are printed when the venue is ready.""";

    private SimulatorMain() {}

    /** Runs until the process is ended; exit code 2 with the reason if the arguments are wrong or it cannot start. */
    public static void main(final String[] args) throws InterruptedException {
        final CountDownLatch ended = new CountDownLatch(1);
        final AutoCloseable running;
        try {
            running = start(args, System.out);
        } catch (final IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            close(running);
                            ended.countDown();
                        },
                        "simulator-shutdown"));
        ended.await();
    }

    private static void close(final AutoCloseable running) {
        try {
            running.close();
        } catch (final Exception e) {
            System.err.println("the venue did not close cleanly: " + e);
        }
    }

    /**
     * Starts what the arguments say and prints one line with its ports.
     *
     * @return closes the venue and its control port.
     */
    public static AutoCloseable start(final String[] args, final PrintStream out) {
        final Map<String, String> options = parse(args);
        final VenueSimulator venue = Simulators.of(config(options));
        final int controlPort = number(options, "control-port", 0);
        venue.start();
        try {
            final ControlServer control = new ControlServer(List.of(venue), controlPort);
            control.start();
            out.println("venue " + venue.name() + " ready: port " + venue.port() + ", control port " + control.port());
            return () -> {
                control.close();
                venue.close();
            };
        } catch (final RuntimeException e) {
            venue.close();
            throw e;
        }
    }

    private static Map<String, String> parse(final String[] args) {
        final Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            final String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!KNOWN.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException("unknown or incomplete argument " + args[i] + "\n" + USAGE);
            }
            options.put(name, args[i + 1]);
        }
        if (!options.containsKey("dialect") || !options.containsKey("data")) {
            throw new IllegalArgumentException("--dialect and --data are needed\n" + USAGE);
        }
        return options;
    }

    private static SimulatorConfig config(final Map<String, String> options) {
        final Dialect dialect = Dialect.valueOf(options.get("dialect").toUpperCase(Locale.ROOT));
        final Path data = Path.of(options.get("data"));
        final int port = number(options, "port", 0);
        SimulatorConfig config = dialect == Dialect.FIX44
                ? DemoVenues.fix(options.getOrDefault("name", "SIMFIX"), port, data)
                : DemoVenues.binance(options.getOrDefault("name", "SIMBIN"), port, data);
        config = config.withSeed(Long.parseLong(options.getOrDefault("seed", Long.toString(config.seed()))));
        if (options.getOrDefault("limits", "wide").equals("documented")) {
            config = config.withRateLimits(RateLimits.DOCUMENTED);
        }
        if (options.containsKey("recording")) {
            config = config.withRecording(options.getOrDefault("symbol", ""), recording(options));
        }
        return config;
    }

    private static Recording recording(final Map<String, String> options) {
        return new Recording(
                Path.of(options.get("recording")),
                options.getOrDefault("recorded-symbol", options.get("symbol")),
                Double.parseDouble(options.getOrDefault("speed", "1")),
                true);
    }

    private static int number(final Map<String, String> options, final String name, final int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }
}
