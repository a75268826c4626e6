package io.weir.benchmarks.torture;

import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.FreePorts;
import io.weir.benchmarks.process.Pause;
import io.weir.benchmarks.process.RunFailed;
import io.weir.simulator.Dialect;
import io.weir.simulator.SimulatorMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A simulated venue in a process of its own, and its control port. It keeps its ports and its data over restarts. */
public final class VenueProcess extends ChildJvm {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int OK = 200;

    private final int port;
    private final int controlPort;
    private final Dialect dialect;
    private final HttpClient http = HttpClient.newHttpClient();

    private VenueProcess(
            final String name,
            final Dialect dialect,
            final Path directory,
            final int port,
            final int controlPort,
            final long seed) {
        super(
                name,
                directory,
                List.of("-Xmx512m"),
                SimulatorMain.class,
                List.of(
                        "--dialect", dialect.name().toLowerCase(Locale.ROOT),
                        "--name", name,
                        "--data", directory.resolve("venue-" + name).toString(),
                        "--port", String.valueOf(port),
                        "--control-port", String.valueOf(controlPort),
                        "--seed", String.valueOf(seed)));
        this.dialect = dialect;
        this.port = port;
        this.controlPort = controlPort;
    }

    /**
     * Makes it; {@link #start} starts it.
     *
     * @param name      of the venue.
     * @param dialect   that it speaks.
     * @param directory where its data and its output go.
     * @param seed      of its market and its chances.
     * @return not yet started.
     */
    public static VenueProcess of(final String name, final Dialect dialect, final Path directory, final long seed) {
        return new VenueProcess(name, dialect, directory, FreePorts.tcp(), FreePorts.tcp(), seed);
    }

    /** {@return where it listens} */
    public int port() {
        return port;
    }

    /** {@return whether we name its executions by symbol, trade and side; else by its own ExecID} */
    boolean namesTrades() {
        return dialect == Dialect.BINANCE;
    }

    Dialect dialect() {
        return dialect;
    }

    /** {@return what it has on record under this name, as JSON lines: orders, executions or balances} */
    List<String> audit(final String what) {
        return send("GET", what);
    }

    /** Arms a fault: kind and parameters as the control port has them. */
    void arm(final String fault) {
        send("POST", "faults/" + fault);
    }

    /** Disarms all faults. */
    void disarm() {
        send("DELETE", "faults");
    }

    /** Drops all connections of its customers. */
    void disconnect() {
        send("POST", "disconnect");
    }

    private List<String> send(final String method, final String what) {
        final URI uri = URI.create("http://127.0.0.1:" + controlPort + "/venues/" + name() + "/" + what);
        try {
            final HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, BodyPublishers.noBody())
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new RunFailed(method + " " + uri + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().lines().toList();
        } catch (final IOException e) {
            throw new RunFailed(method + " " + uri + ": " + e + "\n" + output(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until the newest start listens. */
    public void awaitReady() {
        if (!Pause.until(START_PATIENCE, () -> hasPrinted("venue " + name() + " ready"))) {
            throw new RunFailed(name() + " does not start\n" + output());
        }
    }
}
