package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole node on loopback with the echo core. */
@Timeout(60)
final class NodeTest {
    private static final int EDGE = 7;

    @TempDir
    Path directory;

    @Test
    void shouldAnswerEachCommandOnce() {
        try (Nodes nodes = Nodes.start(directory);
                Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            final long last = edge.say(20_000);
            edge.until(() -> edge.port.acknowledgedSeq() == last);

            final JournalCheck check = JournalCheck.check(nodes.client.journal());
            assertEquals(20_000, check.answers());
            assertTrue(check.marks() >= 4, "marks " + check.marks());
            assertEquals(List.of(), nodes.halts);
        }
    }

    @Test
    void shouldGoOnWhereItStopped() {
        for (int run = 1; run <= 3; run++) {
            try (Nodes nodes = Nodes.start(directory);
                    Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
                edge.until(edge.port::isStarted);
                assertEquals(run, edge.port.epoch());
                final long last = edge.say(5_000);
                edge.until(() -> edge.port.acknowledgedSeq() == last);

                assertEquals(
                        5_000L * run, JournalCheck.check(nodes.client.journal()).answers());
                assertEquals(List.of(), nodes.halts);
            }
        }
    }
}
