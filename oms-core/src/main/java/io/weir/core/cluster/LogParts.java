package io.weir.core.cluster;

import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.Journal;
import java.nio.file.Path;
import org.agrona.concurrent.NanoClock;

/**
 * The log's own parts over pipes of another make: the edge's place at the log over any {@link CommandLink}, the journal's
 * arithmetic over any {@link JournalSink}. A simulation is made of them; nothing here starts a thread or opens a socket.
 */
public final class LogParts {
    private LogParts() {}

    /**
     * Opens an edge's place at the log, as {@link LogClient#openEdge} does over Aeron.
     *
     * @param link      to whatever orders the commands; closed with the port.
     * @param journal   that its events are read from.
     * @param clock     monotonic, ns.
     * @param ringBytes for commands that are not acknowledged, a power of two, at least 64 KiB.
     * @param edgeId    1 to 4095, its own among all edges.
     * @param start     what it asks for its epoch with.
     * @return the port; the caller closes it.
     */
    public static EdgePort edgePort(
            final CommandLink link,
            final Journal journal,
            final NanoClock clock,
            final int ringBytes,
            final int edgeId,
            final EdgeStart start) {
        return new ClusterEdgePort(link, journal, () -> true, clock, new CommandRing(ringBytes), edgeId, start);
    }

    /**
     * Makes a writer at the beginning of the journal.
     *
     * @param sink         takes the frames, and knows those that are recorded already.
     * @param epochsFile   notes how often the journal was cut back; need not be there.
     * @param logicVersion of the core that will speak.
     * @return the writer.
     */
    public static JournalWriter journalWriter(final JournalSink sink, final Path epochsFile, final int logicVersion) {
        return new JournalWriter(sink, new JournalEpochs(epochsFile), logicVersion);
    }
}
