package io.weir.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoriesTest {
    @TempDir
    private Path place;

    @Test
    void shouldMakeANewDirectoryForEachRunBelowAPlace() {
        final Path parent = place.resolve("a").resolve("b");

        final Path first = RunDirectories.below(parent, "run-");
        final Path second = RunDirectories.below(parent, "run-");

        assertTrue(Files.isDirectory(first));
        assertEquals(parent, first.getParent());
        assertNotEquals(first, second);
    }

    @Test
    void shouldTakeThePlaceThatWasAskedFor() {
        assertEquals(
                place.resolve("b"),
                RunDirectories.at(place.resolve("a").resolve("..").resolve("b"), "run-"));
        assertTrue(Files.isDirectory(place.resolve("b")));
    }

    @Test
    void shouldRefuseAPlaceWhereSomethingIs() throws IOException {
        assertEquals(place, RunDirectories.empty(place, "run-"));
        Files.writeString(place.resolve("kept"), "x");

        final UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> RunDirectories.empty(place, "run-"));

        assertEquals(place + " is not empty", refused.getMessage());
        assertTrue(Files.exists(place.resolve("kept")));
    }

    @Test
    void shouldDeleteAllButWhatALinkPointsTo() throws IOException {
        final Path kept = Files.writeString(place.resolve("kept"), "x");
        final Path run = RunDirectories.below(place, "run-");
        Files.writeString(
                Files.createDirectories(run.resolve("deep").resolve("down")).resolve("file"), "x");
        Files.createSymbolicLink(run.resolve("link"), kept);

        RunDirectories.delete(run);

        assertFalse(Files.exists(run));
        assertTrue(Files.exists(kept));
    }
}
