package io.weir.rest;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.weir.rest.binance.BinanceAdapter;
import io.weir.rest.binance.BinanceConfig;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one event loop that all venues over REST and WebSocket share, and what makes their adapters. Closed after them. */
public final class VenueLoop implements AutoCloseable {
    private static final int STOP_S = 10;
    private static final Logger LOG = LoggerFactory.getLogger(VenueLoop.class);

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(2)
            .setUseDaemonThread(true)
            // No files are served, so none are unpacked anywhere.
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));

    /**
     * Makes the adapter of a venue that speaks Binance's dialect.
     *
     * @param venue   what every venue is told.
     * @param binance what only this one needs.
     * @return the adapter, not yet opened.
     */
    public VenueAdapter binance(final VenueConfig venue, final BinanceConfig binance) {
        return new BinanceAdapter(vertx, venue, binance, new RateBudget(venue.rateLimit(), System::nanoTime));
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_S, TimeUnit.SECONDS);
        } catch (final ExecutionException | TimeoutException e) {
            LOG.warn("the event loop of the REST venues did not close in order: {}", e.toString());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
