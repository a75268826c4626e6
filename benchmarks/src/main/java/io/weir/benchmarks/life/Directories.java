package io.weir.benchmarks.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that a measurement makes and takes away again. */
public final class Directories {
    private Directories() {}

    /** {@return a new directory; below {@code parent}, or where temporary files go if that is null} */
    public static Path make(final Path parent) {
        try {
            if (parent == null) {
                return Files.createTempDirectory("weir-bench");
            }
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, "weir-bench");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a directory away, with all in it. */
    public static void delete(final Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            final List<Path> deepestFirst =
                    paths.sorted(Comparator.reverseOrder()).toList();
            for (final Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
