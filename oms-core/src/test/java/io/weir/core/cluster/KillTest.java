package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL under load, at once started again on the same data. */
@Timeout(120)
final class KillTest {
    private static final int EDGE = 7;
    private static final int KILLS = 5;

    @TempDir
    Path directory;

    @Test
    void shouldLoseAndDoubleNothingWhenKilled() {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final long[] acknowledged = new long[KILLS + 1];
        for (int kill = 1; kill <= KILLS; kill++) {
            try (KilledProcess process = KilledProcess.start(directory)) {
                process.awaitAcknowledged(1 + random.nextInt(30_000));
                process.kill();
                assertEquals(kill, process.epoch(), "seed " + seed);
                acknowledged[kill] = process.acknowledged();
            }
        }
        try (Nodes nodes = Nodes.start(directory);
                Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            assertEquals(StartKind.KILLED, nodes.node.startKind());
            edge.until(edge.port::isStarted);
            assertEquals(KILLS + 1, edge.port.epoch());

            final JournalCheck check = JournalCheck.check(nodes.client.journal());
            for (int epoch = 1; epoch <= KILLS; epoch++) {
                assertTrue(
                        check.lastSeq(EDGE, epoch) >= acknowledged[epoch],
                        "epoch " + epoch + ": acknowledged " + acknowledged[epoch] + ", in the journal "
                                + check.lastSeq(EDGE, epoch) + ", seed " + seed);
            }
            assertEquals(List.of(), nodes.halts, "seed " + seed);
        }
    }
}
