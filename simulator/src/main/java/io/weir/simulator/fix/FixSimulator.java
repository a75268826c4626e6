package io.weir.simulator.fix;

import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.floor.VenueAudit;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.mina.core.service.IoAcceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.ConfigError;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;

/** A plain FIX 4.4 exchange on 127.0.0.1. Its life: QuickFIX/J's acceptor, the venue, and a timer for the market. */
public final class FixSimulator implements VenueSimulator {
    /** What a FIX venue can be told to do wrong: all but a depth gap, which session numbers rule out. */
    public static final Set<FaultKind> SUPPORTED_FAULTS = EnumSet.complementOf(EnumSet.of(FaultKind.DEPTH_GAP));

    private static final Logger LOG = LoggerFactory.getLogger(FixSimulator.class);
    private static final long TICK_MS = 50;

    private final SimulatorConfig config;
    private final Faults faults;
    private final VenueAudit audit;
    private int port;
    private FixVenue venue;
    private SocketAcceptor acceptor;
    private ScheduledExecutorService timer;

    /** Makes the venue; nothing runs before {@link #start()}. */
    public FixSimulator(final SimulatorConfig config) {
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
        if (venue != null) {
            throw new IllegalStateException("venue " + config.name() + " has been started already");
        }
        venue = new FixVenue(config, faults);
        try {
            final SessionSettings settings = FixSettings.of(config, port);
            acceptor = new InPlaceAcceptor(
                    venue, new AppendStoreFactory(config.dataDir().resolve(FixSettings.STORE_DIRECTORY)), settings);
            venue.tick(System.currentTimeMillis());
            acceptor.start();
        } catch (final ConfigError | RuntimeException e) {
            stopAfter(e);
            throw new IllegalStateException(
                    "venue " + config.name() + " cannot listen on " + SimulatorConfig.HOST + ":" + port + ": "
                            + e.getMessage(),
                    e);
        }
        port = ((InetSocketAddress) acceptor.getEndpoints().iterator().next().getLocalAddress()).getPort();
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            final Thread thread = new Thread(task, config.name() + "-market");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        LOG.info("venue={} speaks FIX 4.4 on {}:{}", config.name(), SimulatorConfig.HOST, port);
    }

    private void tick() {
        try {
            venue.tick(System.currentTimeMillis());
        } catch (final RuntimeException e) {
            LOG.error("venue={} market stopped: a fault of the simulator", config.name(), e);
            throw e;
        }
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
        if (venue == null) {
            throw new IllegalStateException("venue " + config.name() + " is not running");
        }
        synchronized (venue.lock()) {
            return task.get();
        }
    }

    @Override
    public synchronized void disconnectAll() {
        if (venue != null) {
            venue.disconnectAll();
        }
    }

    @Override
    public synchronized void restart() {
        close();
        start();
    }

    @Override
    public synchronized void close() {
        if (venue != null) {
            stop();
        }
    }

    /** The port is closed first and connections are dropped, so that nobody hears a Logout; then the floor, then QuickFIX/J with its files. */
    private void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        if (acceptor != null) {
            acceptor.getEndpoints().forEach(IoAcceptor::unbind);
        }
        venue.disconnectAll();
        venue.close();
        try {
            if (acceptor != null) {
                acceptor.stop(true);
            }
        } finally {
            venue = null;
            acceptor = null;
            timer = null;
        }
    }

    /** QuickFIX/J 2.3.2 fails to stop an acceptor that failed to start; its sessions are let go all the same. */
    private void stopAfter(final Exception failedStart) {
        try {
            stop();
        } catch (final RuntimeException e) {
            failedStart.addSuppressed(e);
        }
    }
}
