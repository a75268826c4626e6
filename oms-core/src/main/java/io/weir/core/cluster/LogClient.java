package io.weir.core.cluster;

import io.aeron.Aeron;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.Journal;
import java.security.SecureRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.SystemNanoClock;

/**
 * What the edges and consumers of a process need to reach the log: one client of a media driver for all of them, that of the
 * node in this process or one of its own. {@code app} makes it after the node and closes it before, when no edge and no
 * reader runs any more.
 */
public final class LogClient implements AutoCloseable {
    private static final int MAX_EDGE_ID = 4095;
    private static final long KEEP_ALIVE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A reader that is just looking at a counter gets this long before the counters' memory goes away. */
    private static final long CLOSE_LINGER_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final SecureRandom random = new SecureRandom();
    private final Aeron aeron;
    private final LogChannels channels;
    private final Journal journal;
    private final BooleanSupplier isJournalSettled;
    private final StartKind startKind;
    private final AutoCloseable rest;

    private LogClient(
            final Aeron aeron,
            final LogChannels channels,
            final Journal journal,
            final BooleanSupplier isJournalSettled,
            final StartKind startKind,
            final AutoCloseable rest) {
        this.aeron = aeron;
        this.channels = channels;
        this.journal = journal;
        this.isJournalSettled = isJournalSettled;
        this.startKind = startKind;
        this.rest = rest;
    }

    /**
     * Connects to a node in this process.
     *
     * @param node    that runs.
     * @param threads makes the one thread of the client, which is nearly always asleep.
     * @return the client.
     */
    public static LogClient connect(final Node node, final ThreadFactory threads) {
        final Aeron aeron = Aeron.connect(context(
                node.aeronDirectory().toString(), threads, new AeronErrors(node.counters().aeronErrors, node.log())));
        final JournalLocation location = node.journalLocation();
        final RecordedPosition recorded =
                new RecordedPosition(location, aeron.countersReader(), NodeContexts.archiveId(node.config()));
        aeron.addCloseHandler(recorded::close);
        return new LogClient(
                aeron,
                LogChannels.of(node.config()),
                new RecordedJournal(location, recorded),
                location::isSettled,
                node.startKind(),
                recorded::close);
    }

    /**
     * Connects to the nodes of other processes: commands go to the leader, the journal comes from whichever node has it, and
     * both go on by themselves when a node dies. Returns at once.
     *
     * @param config  where they are.
     * @param threads makes the threads of the client and of its media driver.
     * @param log     gets a line for each thing that an operator should know.
     * @return the client.
     * @throws NodeRefusedException if another process uses the directory.
     */
    public static LogClient connect(
            final LogClientConfig config, final ThreadFactory threads, final Consumer<String> log) {
        final RemoteNodes nodes = RemoteNodes.connect(config, threads, log);
        return new LogClient(
                nodes.aeron(),
                config.channels(),
                nodes.readers(),
                nodes.readers()::isSettled,
                nodes.startKind(),
                nodes);
    }

    static Aeron.Context context(final String directory, final ThreadFactory threads, final ErrorHandler errors) {
        return new Aeron.Context()
                .aeronDirectoryName(directory)
                .clientName("weir-edges")
                .keepAliveIntervalNs(KEEP_ALIVE_NS)
                .closeLingerDurationNs(CLOSE_LINGER_NS)
                .idleStrategy(IdleConfig.BOOKKEEPING.newStrategy())
                .errorHandler(errors)
                .threadFactory(threads);
    }

    /** {@return how the run of this process before this one ended} */
    public StartKind startKind() {
        return startKind;
    }

    /** {@return the journal} */
    public Journal journal() {
        return journal;
    }

    /**
     * Opens an edge's place at the log. Returns at once; the port asks for its epoch as it is polled.
     *
     * @param edgeId 1 to 4095, no other edge's.
     * @param kind   what the edge is.
     * @param name   a venue edge: the name of its venue; else "".
     * @return the port; the caller closes it.
     */
    public EdgePort openEdge(final int edgeId, final EdgeKind kind, final String name) {
        if (edgeId < 1 || edgeId > MAX_EDGE_ID) {
            throw new IllegalArgumentException("edgeId " + edgeId + " is not 1 to " + MAX_EDGE_ID);
        }
        return new ClusterEdgePort(
                new ClusterLink(aeron, channels, edgeId),
                journal,
                isJournalSettled,
                SystemNanoClock.INSTANCE,
                new CommandRing(CommandRing.STANDARD_BYTES),
                edgeId,
                new EdgeStart(nonce(), kind, name));
    }

    @Override
    public void close() {
        try (aeron) {
            rest.close();
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException("the client of the log did not close", e);
        }
    }

    private long nonce() {
        long nonce = 0;
        while (nonce == 0) {
            nonce = random.nextLong();
        }
        return nonce;
    }
}
