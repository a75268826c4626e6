package io.weir.core.cluster;

import io.aeron.Aeron;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.Journal;
import java.security.SecureRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemNanoClock;

/**
 * What the edges and consumers of a process need to reach the log: one client of the node's media driver for all of them.
 * {@code app} makes it after the node and closes it before, when no edge and no reader runs any more.
 */
public final class LogClient implements AutoCloseable {
    private static final int MAX_EDGE_ID = 4095;
    private static final long KEEP_ALIVE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A reader that is just looking at a counter gets this long before the counters' memory goes away. */
    private static final long CLOSE_LINGER_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final SecureRandom random = new SecureRandom();
    private final NodeConfig config;
    private final Aeron aeron;
    private final RecordedPosition recorded;
    private final RecordedJournal journal;
    private final JournalLocation journalLocation;

    private LogClient(final Node node, final Aeron aeron) {
        this.config = node.config();
        this.aeron = aeron;
        this.journalLocation = node.journalLocation();
        this.recorded = new RecordedPosition(
                node.journalLocation(), aeron.countersReader(), NodeContexts.archiveId(node.config()));
        this.journal = new RecordedJournal(node.journalLocation(), recorded);
        aeron.addCloseHandler(recorded::close);
    }

    /**
     * Connects to a node in this process.
     *
     * @param node    that runs.
     * @param threads makes the one thread of the client, which is nearly always asleep.
     * @return the client.
     */
    public static LogClient connect(final Node node, final ThreadFactory threads) {
        return new LogClient(
                node,
                Aeron.connect(new Aeron.Context()
                        .aeronDirectoryName(node.aeronDirectory().toString())
                        .clientName("weir-edges")
                        .keepAliveIntervalNs(KEEP_ALIVE_NS)
                        .closeLingerDurationNs(CLOSE_LINGER_NS)
                        .idleStrategy(IdleConfig.COLD.newStrategy())
                        .errorHandler(new AeronErrors(node.counters(), node.log()))
                        .threadFactory(threads)));
    }

    /** {@return the node's journal} */
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
                new ClusterLink(aeron, config, edgeId),
                journal,
                journalLocation::isSettled,
                SystemNanoClock.INSTANCE,
                new CommandRing(CommandRing.STANDARD_BYTES),
                edgeId,
                new EdgeStart(nonce(), kind, name));
    }

    @Override
    public void close() {
        recorded.close();
        aeron.close();
    }

    private long nonce() {
        long nonce = 0;
        while (nonce == 0) {
            nonce = random.nextLong();
        }
        return nonce;
    }
}
