package io.weir.benchmarks.nodes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.benchmarks.gateway.DemoSettings;
import io.weir.benchmarks.process.FreePorts;
import java.nio.file.Path;

/** The one settings file that all processes of the set read: the demo's, with three members. */
final class SetSettings {
    private static final int PORTS_OF_A_MEMBER = 5;

    private SetSettings() {}

    /**
     * Writes them.
     *
     * @param file     to write.
     * @param nodes    how many members.
     * @param simfix   port of the venue that speaks FIX.
     * @param binance  port of the venue that speaks REST.
     */
    static void write(final Path file, final int nodes, final int simfix, final int binance) {
        final int firstPort = FreePorts.udp(nodes * PORTS_OF_A_MEMBER);
        final DemoSettings settings = new DemoSettings(simfix, binance);
        final ObjectNode node = settings.section("node");
        node.put("idle", "cold"); // many processes share this machine
        final ArrayNode members = node.putArray("members");
        for (int id = 0; id < nodes; id++) {
            members.addObject()
                    .put("id", id)
                    .put("host", "localhost")
                    .put("port-base", firstPort + id * PORTS_OF_A_MEMBER);
        }
        settings.write(file);
    }
}
