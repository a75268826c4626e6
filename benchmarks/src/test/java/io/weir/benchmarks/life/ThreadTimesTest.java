package io.weir.benchmarks.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThreadTimesTest {
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
        assertEquals(Map.of("main", 500L, "worker", 150L), ThreadTimes.of(tasks).since(before));
    }

    private void thread(final String id, final String name, final String schedstat) throws IOException {
        final Path thread = Files.createDirectories(tasks.resolve(id));
        Files.writeString(thread.resolve("comm"), name + "\n");
        Files.writeString(thread.resolve("schedstat"), schedstat + "\n");
    }
}
