package io.weir.acceptor.connection;

import io.weir.acceptor.AcceptorConfig;
import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.Connection.State;
import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.acceptor.logon.PasswordChecks;
import io.weir.acceptor.message.MessageCheck;
import io.weir.acceptor.report.FixReportWriter;
import io.weir.acceptor.stream.CatchUpReaders;
import io.weir.acceptor.stream.JournalRing;
import io.weir.acceptor.stream.StreamTools;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.NanoClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients' side as one duty cycle: the journal out to sockets first, then sockets into the log. Never blocks and never
 * spins. {@code app} gives it a thread; only that thread calls it.
 */
public final class AcceptorAgent implements Agent {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptorAgent.class);
    private static final int MOST_EVENTS_A_CYCLE = 512;

    private static final long TICK_NS = 5_000_000L;
    private static final long NS_A_MS = 1_000_000L;

    /** Without a Pulse for as long, sockets are not read: the log may have given the sessions to another. */
    private static final long STOP_READING_NS = 2_000_000_000L;

    private static final long CLOSE_ALL_NS = 10_000_000_000L;

    private final EdgePort port;
    private final NanoClock clock;
    private final AcceptorCounters counters;
    private final Selector selector;
    private final Doorway doorway;
    private final Connections connections;
    private final Notices notices;
    private final Logons logons;
    private final Inbound inbound;
    private final Outbound outbound;
    private final CatchUpReaders catchUp;
    private long nowNs;
    private int selected;
    private long lastTickNs;
    private boolean leased;

    /**
     * Makes the clients' side on the sockets of the machine and listens; connections are taken once the port has its epoch.
     *
     * @param config         settings.
     * @param port           the place at the log; its {@code poll} is called here and nowhere else.
     * @param journal        to read older events from.
     * @param passwordHelper bounded; runs password hashes on threads of its own and throws
     *     {@link java.util.concurrent.RejectedExecutionException} when it has too many.
     * @param wallClock      ns since 1970 UTC.
     * @param clock          monotonic.
     * @param counters       to count in.
     * @throws UncheckedIOException if the address cannot be listened on; the message names it.
     */
    public AcceptorAgent(
            final AcceptorConfig config,
            final EdgePort port,
            final Journal journal,
            final Executor passwordHelper,
            final EpochNanoClock wallClock,
            final NanoClock clock,
            final AcceptorCounters counters) {
        this(config, port, journal, passwordHelper, wallClock, clock, counters, SelectorProvider.provider());
    }

    /**
     * As {@link #AcceptorAgent(AcceptorConfig, EdgePort, Journal, Executor, EpochNanoClock, NanoClock, AcceptorCounters)}, on
     * sockets of any make.
     *
     * @param config         settings.
     * @param port           the place at the log.
     * @param journal        to read older events from.
     * @param passwordHelper runs password hashes.
     * @param wallClock      ns since 1970 UTC.
     * @param clock          monotonic.
     * @param counters       to count in.
     * @param sockets        where the selector and the listening socket come from.
     * @throws UncheckedIOException if the address cannot be listened on; the message names it.
     */
    public AcceptorAgent(
            final AcceptorConfig config,
            final EdgePort port,
            final Journal journal,
            final Executor passwordHelper,
            final EpochNanoClock wallClock,
            final NanoClock clock,
            final AcceptorCounters counters,
            final SelectorProvider sockets) {
        this.port = port;
        this.clock = clock;
        this.counters = counters;
        final JournalRing ring = new JournalRing(config.bounds().ringBytes());
        final EventReader reader = new EventReader();
        final StreamTools tools = new StreamTools(
                ring, reader, new FixReportWriter(config.targetCompId()), port::clusterTimeNs, counters);
        notices = new Notices(port);
        connections = new Connections(config.bounds(), notices, counters);
        catchUp = new CatchUpReaders(
                journal, config.bounds().catchUpReaders(), config.bounds().catchUpBytesPerCycle(), counters);
        logons = new Logons(
                port,
                config.targetCompId(),
                config.bounds(),
                config.clients(),
                new PasswordChecks(passwordHelper),
                connections,
                notices,
                tools);
        inbound = new Inbound(port, new MessageCheck(FixDictionary.load()), logons, connections, wallClock, counters);
        outbound = new Outbound(port.edgeId(), connections, notices, ring, reader, catchUp);
        doorway =
                new Doorway(sockets, new InetSocketAddress(config.host(), config.port()), port, connections, counters);
        selector = openSelector(sockets);
        doorway.open(selector);
    }

    /** {@return the address listened on, with the port that was free if the settings left it open} */
    public InetSocketAddress address() {
        return doorway.address();
    }

    @Override
    public int doWork() {
        nowNs = clock.nanoTime();
        outbound.at(nowNs);
        int work = port.poll(outbound, MOST_EVENTS_A_CYCLE);
        work += outbound.write();
        work += notices.flush();
        if (hasLease()) {
            work += logons.poll(nowNs);
            work += resume();
            work += select();
        }
        if (nowNs - lastTickNs > TICK_NS) {
            lastTickNs = nowNs;
            work += tick();
        }
        return work;
    }

    /**
     * Waits for sockets; instead of parking the thread, for what comes by TCP ends it. The thread of the duty cycle only.
     *
     * @param ns at most; less than a millisecond counts as one.
     */
    public void await(final long ns) {
        if (!leased) {
            LockSupport.parkNanos(ns); // what lies in the sockets is not read yet, and would end it at once
            return;
        }
        try {
            selector.select(ready -> {}, Math.max(1, ns / NS_A_MS)); // the duty cycle finds them ready again
        } catch (final IOException e) {
            throw new UncheckedIOException("the selector has failed", e);
        }
    }

    /** Ends {@link #await}, and the next one if it is not called just now; any thread. */
    public void wake() {
        selector.wakeup();
    }

    @Override
    public void onClose() {
        doorway.close();
        connections.closeAll();
        catchUp.close();
        try {
            selector.close();
        } catch (final IOException e) {
            LOG.debug("the selector did not close cleanly", e);
        }
    }

    @Override
    public String roleName() {
        return "fix-acceptor";
    }

    private boolean hasLease() {
        final boolean has = port.isStarted() && port.sincePulseNs() <= STOP_READING_NS;
        if (leased && !has) {
            counters.leaseLost.increment();
            LOG.warn("no Pulse for {} ms: sockets are not read", port.sincePulseNs() / 1_000_000);
        } else if (!leased && has) {
            LOG.info("clients' sockets are read, edge={} epoch={}", port.edgeId(), port.epoch());
        }
        leased = has;
        counters.leased.set(has ? 1 : 0);
        return has;
    }

    /** Goes on with what had to wait. */
    private int resume() {
        int work = 0;
        for (int i = connections.size() - 1; i >= 0; i--) {
            final Connection connection = connections.get(i);
            if (connection.hasMore) {
                work += inbound.work(connection, nowNs);
            }
        }
        return work;
    }

    private int select() {
        selected = 0;
        try {
            selector.selectNow(this::onSelected);
            return selected;
        } catch (final IOException e) {
            throw new UncheckedIOException("the selector has failed", e);
        }
    }

    private void onSelected(final SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            selected += doorway.accept(selector, nowNs);
            return;
        }
        selected++;
        final Connection connection = (Connection) key.attachment();
        if (key.isWritable()) {
            connections.flush(connection, nowNs);
        }
        if (!key.isValid() || !key.isReadable()) {
            return;
        }
        if (connection.state == State.LINGERING) {
            connections.discard(connection);
        } else if (connection.mayRead()) {
            inbound.read(connection, nowNs);
        }
    }

    private int tick() {
        if (!leased) {
            withoutLease();
        }
        return connections.tick(nowNs);
    }

    /** What waits for TCP still goes, though nobody asks the selector; after a while nobody can be served. */
    private void withoutLease() {
        final boolean lost = port.isStarted() && port.sincePulseNs() > CLOSE_ALL_NS;
        for (int i = connections.size() - 1; i >= 0; i--) {
            final Connection connection = connections.get(i);
            connection.writeBlocked = false;
            if (lost && !connection.readEnded && connection.state != State.LINGERING) {
                connections.giveUp(connection, "no Pulse for " + CLOSE_ALL_NS / 1_000_000_000L + " s", nowNs);
            }
        }
    }

    private static Selector openSelector(final SelectorProvider sockets) {
        try {
            return sockets.openSelector();
        } catch (final IOException e) {
            throw new UncheckedIOException("no selector", e);
        }
    }
}
