package io.weir.benchmarks.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.benchmarks.torture.Findings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway in processes of its own: the leader is killed with SIGKILL, the edges go on, all books agree. */
@Timeout(600)
class FailoverTest {
    private static final long SEED = Long.getLong("weir.failoverTest.seed", 20_261_122L);

    @TempDir
    private Path directory;

    @Test
    void shouldLoseAndDoubleNothingWhenTheLeaderDies() {
        final ByteArrayOutputStream said = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Failover failover = new Failover(new FailoverPlan(directory, SEED, 1, 0, 50), out)) {
            final Findings findings = failover.run();
            assertEquals(
                    List.of(), findings.all(), () -> "seed " + SEED + "\n" + said.toString(StandardCharsets.UTF_8));
            assertEquals(1, failover.kills());
            assertEquals(0, failover.droppedConnections(), "the client's connection outlives the leader");
        }
    }
}
