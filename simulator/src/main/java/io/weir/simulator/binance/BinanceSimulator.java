package io.weir.simulator.binance;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.floor.VenueAudit;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A spot exchange in Binance's dialect on 127.0.0.1: one port for REST, streams and the WebSocket API, one event loop for all. */
public final class BinanceSimulator implements VenueSimulator {
    /** What this dialect can do wrong: everything. */
    public static final Set<FaultKind> SUPPORTED_FAULTS = EnumSet.allOf(FaultKind.class);

    private static final Logger LOG = LoggerFactory.getLogger(BinanceSimulator.class);
    private static final long PATIENCE_S = 30;
    private static final int MAX_MESSAGE_BYTES = 1 << 20;

    private final SimulatorConfig config;
    private final Faults faults;
    private final VenueAudit audit;
    private int port;
    private Vertx vertx;
    private Context context;
    private HttpServer server;
    private Door door;
    private BinanceVenue venue;

    /** Makes the venue; nothing runs before {@link #start()}. */
    public BinanceSimulator(final SimulatorConfig config) {
        this.config = config;
        this.port = config.port();
        this.faults = new Faults(SUPPORTED_FAULTS, config.seed());
        this.audit = new VenueAudit(config, this::call, () -> venue.floor().exchange());
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public synchronized void start() {
        if (vertx != null) {
            throw new IllegalStateException("venue " + config.name() + " has been started already");
        }
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        context = vertx.getOrCreateContext();
        try {
            call(this::openVenue);
            server = await(onLoop(() -> listen()));
        } catch (final RuntimeException e) {
            stop();
            throw e;
        }
        port = server.actualPort();
        LOG.info("venue={} speaks Binance's dialect on {}:{}", config.name(), SimulatorConfig.HOST, port);
    }

    private Void openVenue() {
        final long nowMs = System.currentTimeMillis();
        final Runnable dropAll = () -> door.dropAll();
        venue = new BinanceVenue(config, faults, context, dropAll, nowMs);
        door = new Door(venue, context);
        venue.tick(nowMs);
        vertx.setPeriodic(BinanceVenue.TICK_MS, timer -> venue.tick(System.currentTimeMillis()));
        vertx.setPeriodic(Door.PING_EVERY_MS, timer -> door.pingAll(System.currentTimeMillis()));
        return null;
    }

    private Future<HttpServer> listen() {
        final HttpServerOptions options = new HttpServerOptions()
                .setHost(SimulatorConfig.HOST)
                .setPort(port)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
        final HttpServer http = vertx.createHttpServer(options);
        door.attach(http);
        return http.listen()
                .recover(e -> Future.failedFuture(new IllegalStateException(
                        "venue " + config.name() + " cannot listen on " + SimulatorConfig.HOST + ":" + port + ": "
                                + e.getMessage(),
                        e)));
    }

    @Override
    public synchronized int port() {
        return port;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public VenueAudit audit() {
        return audit;
    }

    private synchronized <T> T call(final Supplier<T> task) {
        if (vertx == null) {
            throw new IllegalStateException("venue " + config.name() + " is not running");
        }
        return await(onLoop(() -> Future.succeededFuture(task.get())));
    }

    private <T> Future<T> onLoop(final Callable<Future<T>> task) {
        return Future.future(promise -> context.runOnContext(go -> {
            try {
                task.call().onComplete(promise);
            } catch (final Exception e) {
                promise.fail(e);
            }
        }));
    }

    private static <T> T await(final Future<T> future) {
        final CompletableFuture<T> done = future.toCompletionStage().toCompletableFuture();
        try {
            return done.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (final TimeoutException e) {
            throw new IllegalStateException("the venue's event loop did not answer in " + PATIENCE_S + " s", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the venue's event loop", e);
        }
    }

    @Override
    public synchronized void disconnectAll() {
        if (vertx != null) {
            call(() -> {
                door.dropAll();
                return null;
            });
        }
    }

    @Override
    public synchronized void restart() {
        close();
        start();
    }

    @Override
    public synchronized void close() {
        if (vertx != null) {
            stop();
        }
    }

    /** The floor goes first, then connections without a farewell, the port and the event loop. */
    private void stop() {
        try {
            call(() -> {
                if (venue != null) {
                    venue.close();
                    door.dropAll();
                }
                return null;
            });
            if (server != null) {
                await(server.close());
            }
        } finally {
            await(vertx.close());
            vertx = null;
            server = null;
            venue = null;
            door = null;
        }
    }
}
