package io.weir.ops.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.weir.ops.OperatorDoor;
import io.weir.ops.OpsConfig;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.health.Health;
import io.weir.ops.metrics.Meters;
import io.weir.store.query.StoreQueries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: health, metrics, orders and executions, and the kill switch for operators. It has one event loop and a few workers of its own; {@code app}
 * starts and closes it.
 */
public final class OpsServer implements AutoCloseable {
    static final int MAX_URI_LENGTH = 4_096;
    static final int MAX_HEADER_LENGTH = 8_192;

    /** Questions to the store at a time, asked or waiting; one more is told to come again. */
    static final int MAX_QUERIES = 8;

    private static final int QUERY_THREADS = 2;
    private static final int IDLE_S = 30;
    private static final int START_S = 30;
    private static final int STOP_S = 10;

    private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);

    private final OpsConfig config;
    private final String instance = UUID.randomUUID().toString();
    private final Requests requests;
    private final Vertx vertx;
    private final HttpServer server;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong connectionsRefused = new AtomicLong();

    /**
     * Makes a server of a process without the store, at which nothing can be changed; it listens once it is started.
     *
     * @param config its settings.
     * @param health asked at {@code /health}.
     * @param meters read at {@code /metrics}; the server's own figures are added.
     */
    public OpsServer(final OpsConfig config, final Health health, final Meters meters) {
        this(config, health, meters, Optional.empty(), Optional.empty());
    }

    /**
     * Makes a server at which nothing can be changed; it listens once it is started.
     *
     * @param config  its settings.
     * @param health  asked at {@code /health}.
     * @param meters  read at {@code /metrics}; the server's own figures are added.
     * @param queries asked at {@code /orders} and {@code /executions}.
     */
    public OpsServer(final OpsConfig config, final Health health, final Meters meters, final StoreQueries queries) {
        this(config, health, meters, Optional.of(queries), Optional.empty());
    }

    /**
     * Makes a server at which an operator with the key can stop trading; it listens once it is started.
     *
     * @param config  its settings.
     * @param health  asked at {@code /health}.
     * @param meters  read at {@code /metrics}; the server's own figures are added.
     * @param queries asked at {@code /orders} and {@code /executions}.
     * @param door    opened at {@code /kill-switch}.
     */
    public OpsServer(
            final OpsConfig config,
            final Health health,
            final Meters meters,
            final StoreQueries queries,
            final OperatorDoor door) {
        this(config, health, meters, Optional.of(queries), Optional.of(door));
    }

    private OpsServer(
            final OpsConfig config,
            final Health health,
            final Meters meters,
            final Optional<StoreQueries> queries,
            final Optional<OperatorDoor> door) {
        this.config = config;
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(QUERY_THREADS)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                // No files are served, so none are unpacked anywhere.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        requests = new Requests(
                vertx,
                instance,
                new Pages(
                        new HealthPage(health),
                        meters,
                        queries.map(QueryPages::new),
                        door.map(opened -> List.<OperatorPage>of(
                                        new KillSwitchPage(vertx, opened), new RecoverPage(vertx, opened)))
                                .orElse(List.of())));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(config.host())
                        .setPort(config.port())
                        .setMaxInitialLineLength(MAX_URI_LENGTH)
                        .setMaxHeaderSize(MAX_HEADER_LENGTH)
                        .setIdleTimeout(IDLE_S)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(connection -> {
                    if (connections.incrementAndGet() > config.maxConnections()) {
                        connectionsRefused.incrementAndGet();
                        connection.close();
                    }
                    connection.closeHandler(nothing -> connections.decrementAndGet());
                })
                .invalidRequestHandler(requests::invalid)
                .requestHandler(requests::handle);
        requests.register(meters);
        meters.gauge("weir.http.connections", "HTTP connections that are open.", connections::get);
        meters.counter("weir.http.connections.refused", "HTTP connections beyond the bound.", connectionsRefused::get);
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if it cannot, for example because the port is taken: says which.
     */
    public void start() throws IOException {
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(START_S, TimeUnit.SECONDS);
        } catch (final ExecutionException | TimeoutException e) {
            final Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "HTTP cannot listen on " + config.host() + ":" + config.port() + " (http.port): "
                            + cause.getMessage(),
                    cause);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while HTTP began to listen", e);
        }
        LOG.info("HTTP listens on {}:{}", config.host(), port());
        warnUnlessLoopback();
    }

    private void warnUnlessLoopback() {
        try {
            if (!InetAddress.getByName(config.host()).isLoopbackAddress()) {
                LOG.warn(
                        "HTTP on {} is not loopback: whoever reaches the port reads all orders (http.host)",
                        config.host());
            }
        } catch (final UnknownHostException e) {
            LOG.debug("{} listens but does not resolve", config.host());
        }
    }

    /** {@return the port that it listens on, once started} */
    public int port() {
        return server.actualPort();
    }

    /** {@return where it listens, once started; to be left in the data directory for the command line} */
    public OpsEndpoint endpoint() {
        return new OpsEndpoint(config.host(), port(), instance);
    }

    /** Closes the connections and ends the threads. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_S, TimeUnit.SECONDS);
        } catch (final ExecutionException | TimeoutException e) {
            LOG.warn("HTTP did not close in order: {}", e.toString());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
