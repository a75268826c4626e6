package io.weir.app;

import io.weir.core.CoreLogic;
import io.weir.core.OmsCore;
import io.weir.core.cluster.LogClient;
import io.weir.core.cluster.LogClientConfig;
import io.weir.core.cluster.Node;
import io.weir.core.cluster.Sleepers;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.agrona.CloseHelper;

/**
 * The log as this process has it: a node of its own and the client to it, or a client that reaches the nodes of others.
 *
 * @param node   of this process, if it has that role.
 * @param client of the edges.
 */
record LogPlace(Optional<Node> node, LogClient client) implements AutoCloseable {
    /**
     * Starts the node, or looks for those of others.
     *
     * @param config   of the process.
     * @param threads  makes their threads.
     * @param sleepers that the node's duty cycles join.
     * @param progress gets a line for each step.
     * @return what is to be closed when no edge runs any more.
     */
    static LogPlace open(
            final GatewayConfig config,
            final ThreadFactory threads,
            final Sleepers sleepers,
            final Consumer<String> progress) {
        if (!config.roles().contains(Role.NODE)) {
            return new LogPlace(
                    Optional.empty(),
                    LogClient.connect(
                            new LogClientConfig(
                                    config.dataDir().resolve("edges"),
                                    config.edges().host(),
                                    config.node().members(),
                                    config.node().terms(),
                                    config.node().idle()),
                            threads,
                            progress));
        }
        progress.accept("starting the log in " + config.node().dataDirectory());
        final Node node = Node.start(
                config.node(), new CoreLogic(OmsCore.LOGIC_VERSION, OmsCore::new), threads, sleepers, progress);
        try {
            return new LogPlace(Optional.of(node), LogClient.connect(node, threads));
        } catch (final RuntimeException e) {
            CloseHelper.quietClose(node);
            throw e;
        }
    }

    @Override
    public void close() {
        CloseHelper.closeAll(client, node.orElse(null));
    }
}
