package io.weir.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThreadTimesTest {
    private static final long NO_PROCESS = Long.MAX_VALUE;

    @TempDir
    private Path tasks;

    @Test
    void shouldCountThreadsOfOneNameTogether() throws IOException {
        thread("1", "main", "1000 7 3");
        thread("2", "worker", "500 0 1");
        final ThreadTimes before = ThreadTimes.of(tasks);
        thread("1", "main", "1500 8 4");
        thread("2", "worker", "600 0 2");
        thread("3", "worker", "50 0 1");

        final ThreadTimes since = ThreadTimes.of(tasks).since(before);

        assertEquals(Map.of("main", 500L, "worker", 150L), since.nsByName());
        assertEquals(650, since.totalNs());
    }

    @Test
    void shouldGroupTheThreadsOfTheJvmAndThoseThatAreNumbered() throws IOException {
        thread("1", "C1 CompilerThre", "1 0 0");
        thread("2", "C2 CompilerThre", "2 0 0");
        thread("3", "G1 Conc#0", "10 0 0");
        thread("4", "GC Thread#1", "20 0 0");
        thread("5", "vert.x-eventloop-1", "100 0 0");
        thread("6", "vert.x-eventloop-2", "200 0 0");

        assertEquals(
                Map.of("JIT", 3L, "GC and VM", 30L, "vert.x-eventloop", 300L),
                ThreadTimes.of(tasks).grouped().nsByName());
    }

    @Test
    void shouldHoldTheThreadsOfTwoProcessesApart() throws IOException {
        thread("1", "main", "5 0 0");
        final ThreadTimes times = ThreadTimes.of(tasks);

        assertEquals(
                Map.of("main", 5L, "venues: main", 5L),
                times.and(times.prefixed("venues: ")).nsByName());
    }

    @Test
    void shouldKnowNothingOfAProcessThatThereIsNot() {
        assertEquals(Map.of(), ThreadTimes.of(NO_PROCESS).nsByName());
    }

    private void thread(final String id, final String name, final String schedstat) throws IOException {
        final Path thread = Files.createDirectories(tasks.resolve(id));
        Files.writeString(thread.resolve("comm"), name + "\n");
        Files.writeString(thread.resolve("schedstat"), schedstat + "\n");
    }
}
