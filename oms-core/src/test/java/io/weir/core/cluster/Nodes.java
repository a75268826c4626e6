package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.core.CoreLogic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.CloseHelper;

/** A node for tests and the client to it, with what it says and why it halts. */
final class Nodes implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> halts = new CopyOnWriteArrayList<>();
    final Node node;
    final LogClient client;

    private Nodes(final NodeConfig config, final CoreLogic logic) {
        node = Node.start(config, logic, Nodes::daemon, lines::add, (reason, cause) -> halts.add(reason));
        client = LogClient.connect(node, Nodes::daemon);
    }

    static NodeConfig config(final Path directory) {
        return NodeConfig.alone(directory, 0).withTerms(TermConfig.SMALL);
    }

    static Nodes start(final Path directory) {
        return start(config(directory));
    }

    static Nodes start(final NodeConfig config) {
        return new Nodes(config, EchoCore.logic(1));
    }

    static Nodes start(final NodeConfig config, final int logicVersion) {
        return new Nodes(config, EchoCore.logic(logicVersion));
    }

    static Nodes start(final NodeConfig config, final CoreLogic logic) {
        return new Nodes(config, logic);
    }

    /** {@return true; a node that has halted fails the test with the reason} */
    boolean isRunning() {
        assertEquals(List.of(), halts);
        return true;
    }

    static Thread daemon(final Runnable work) {
        final Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        CloseHelper.closeAll(client, node);
    }
}
