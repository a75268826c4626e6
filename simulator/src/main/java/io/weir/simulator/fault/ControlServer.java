package io.weir.simulator.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.VenueSimulator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loopback HTTP port where simulated venues are told to fail and asked what they have on record; the room's README lists the
 * requests. Answers are JSON lines. It proves nobody's identity, so it listens on 127.0.0.1 only and refuses browsers.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final int THREADS = 2;

    private final Map<String, VenueSimulator> venues = new LinkedHashMap<>();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        final Thread thread = new Thread(task, "simulator-control");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Opens the port; {@link #start()} begins to answer.
     *
     * @param port 0 takes a free one.
     */
    public ControlServer(final List<? extends VenueSimulator> venues, final int port) {
        venues.forEach(v -> this.venues.put(v.name(), v));
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(SimulatorConfig.HOST), port), 0);
        } catch (final IOException e) {
            threads.shutdownNow();
            throw new UncheckedIOException("cannot listen on control port " + SimulatorConfig.HOST + ":" + port, e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
    }

    /** Begins to answer. */
    public void start() {
        http.start();
    }

    /** Where it listens. */
    public int port() {
        return http.getAddress().getPort();
    }

    private void handle(final HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().containsKey("Origin")) {
                answer(exchange, FORBIDDEN, "{\"error\":\"not for browsers\"}");
                return;
            }
            try {
                route(exchange);
            } catch (final IllegalArgumentException e) {
                answer(exchange, BAD_REQUEST, error(e));
            } catch (final IllegalStateException | UncheckedIOException e) {
                LOG.warn("control request {} failed", exchange.getRequestURI(), e);
                answer(exchange, FAILED, error(e));
            }
        }
    }

    private void route(final HttpExchange exchange) throws IOException {
        final String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        if (path.length == 1 && path[0].equals("venues")) {
            answer(
                    exchange,
                    OK,
                    venues.values().stream().map(ControlServer::venueLine).collect(Collectors.joining("\n")));
            return;
        }
        final VenueSimulator venue = path.length > 2 && path[0].equals("venues") ? venues.get(path[1]) : null;
        if (venue == null) {
            answer(exchange, NOT_FOUND, "{\"error\":\"no such venue; GET /venues lists them\"}");
            return;
        }
        final Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        final String method = exchange.getRequestMethod();
        switch (method + " " + path[2]) {
            case "GET orders" -> stream(exchange, out -> venue.audit().orders(query.get("account"), out));
            case "GET executions" -> stream(exchange, out -> venue.audit().executions(query.get("account"), out));
            case "GET balances" -> stream(exchange, venue.audit()::balances);
            case "GET faults" -> answer(exchange, OK, faultLines(venue.faults()));
            case "POST faults" -> {
                venue.faults().arm(kind(path), arming(query));
                answer(exchange, OK, faultLines(venue.faults()));
            }
            case "DELETE faults" -> {
                if (path.length > 3) {
                    venue.faults().clear(kind(path));
                } else {
                    venue.faults().clearAll();
                }
                answer(exchange, OK, faultLines(venue.faults()));
            }
            case "POST disconnect" -> {
                venue.disconnectAll();
                answer(exchange, OK, venueLine(venue));
            }
            case "POST restart" -> {
                venue.restart();
                answer(exchange, OK, venueLine(venue));
            }
            default ->
                answer(exchange, METHOD_NOT_ALLOWED, "{\"error\":\"no such request; see the simulator's README\"}");
        }
    }

    private static FaultKind kind(final String[] path) {
        if (path.length < 4) {
            throw new IllegalArgumentException("a fault is needed, one of " + Arrays.toString(FaultKind.values()));
        }
        return FaultKind.valueOf(path[3].toUpperCase(Locale.ROOT));
    }

    private static Arming arming(final Map<String, String> query) {
        final String on = query.get("on");
        final EnumSet<RequestKind> requests = EnumSet.noneOf(RequestKind.class);
        if (on == null) {
            requests.addAll(Arming.ORDER_ENTRY);
        } else {
            Arrays.stream(on.split(",")).forEach(r -> requests.add(RequestKind.valueOf(r.toUpperCase(Locale.ROOT))));
        }
        final boolean chance = query.containsKey("probability");
        return new Arming(
                Long.parseLong(query.getOrDefault("count", chance ? Long.toString(Arming.UNLIMITED) : "1")),
                Double.parseDouble(query.getOrDefault("probability", "1")),
                Long.parseLong(query.getOrDefault("delayMs", "0")),
                requests);
    }

    private static Map<String, String> query(final String raw) {
        final Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (final String pair : raw.split("&")) {
                final int equals = pair.indexOf('=');
                query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return query;
    }

    private static String venueLine(final VenueSimulator venue) {
        return "{\"venue\":\"" + venue.name() + "\",\"port\":" + venue.port() + "}";
    }

    private static String faultLines(final Faults faults) {
        final Map<FaultKind, Arming> armed = faults.armed();
        final Map<FaultKind, Long> struck = faults.struck();
        return faults.supported().stream()
                .map(kind -> {
                    final Arming arming = armed.get(kind);
                    return "{\"fault\":\"" + kind + "\",\"armed\":" + (arming != null) + ",\"remaining\":"
                            + (arming == null ? 0 : arming.remaining()) + ",\"probability\":"
                            + (arming == null ? 0 : arming.probability()) + ",\"struck\":"
                            + struck.getOrDefault(kind, 0L)
                            + "}";
                })
                .collect(Collectors.joining("\n"));
    }

    private static String error(final RuntimeException e) {
        return "{\"error\":\""
                + String.valueOf(e.getMessage()).replace('"', '\'').replace('\\', '/') + "\"}";
    }

    private static void answer(final HttpExchange exchange, final int status, final String body) throws IOException {
        final byte[] bytes = (body + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void stream(final HttpExchange exchange, final Consumer<Consumer<String>> lines) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(OK, 0);
        try (BufferedWriter out =
                new BufferedWriter(new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8))) {
            lines.accept(line -> {
                try {
                    out.write(line);
                    out.write('\n');
                } catch (final IOException e) {
                    throw new UncheckedIOException("the asker has gone", e);
                }
            });
        }
    }

    /** Stops answering and closes the port. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
