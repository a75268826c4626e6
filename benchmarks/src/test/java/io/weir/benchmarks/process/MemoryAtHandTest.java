package io.weir.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryAtHandTest {
    @TempDir
    private Path directory;

    @Test
    void nothingIsLeftBehind() throws IOException {
        new MemoryAtHand(directory, 2).prepare();
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void noneNeedsNoDirectory() {
        new MemoryAtHand(directory.resolve("nowhere"), 0).prepare();
    }

    @Test
    void lessThanNothingIsRefused() {
        final RunFailed e = assertThrows(RunFailed.class, () -> new MemoryAtHand(directory, -1));
        assertTrue(e.getMessage().contains("-1 MiB is not 0 to 1048576"), e.getMessage());
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        final MemoryAtHand memory = new MemoryAtHand(directory.resolve("nowhere"), 1);
        final RunFailed e = assertThrows(RunFailed.class, memory::prepare);
        assertTrue(e.getMessage().contains("no 1 MiB of memory"), e.getMessage());
    }
}
