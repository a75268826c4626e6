package io.weir.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that a run keeps its data in, made before and mostly taken away behind. */
public final class RunDirectories {
    private static final Path MEMORY = Path.of("/dev/shm");

    private RunDirectories() {}

    /**
     * Makes a directory that nobody else has.
     *
     * @param parent that it lies in, made if need be; null for where temporary files go.
     * @param name   that its own begins with.
     * @return the new directory.
     */
    public static Path below(final Path parent, final String name) {
        try {
            return parent == null
                    ? Files.createTempDirectory(name)
                    : Files.createTempDirectory(Files.createDirectories(parent), name);
        } catch (final IOException e) {
            throw new UncheckedIOException("no directory for the data", e);
        }
    }

    /**
     * Takes the place that was asked for.
     *
     * @param place made if need be; null for a new one where temporary files go.
     * @param name  that the new one's begins with.
     * @return the directory, from the root.
     */
    public static Path at(final Path place, final String name) {
        if (place == null) {
            return below(null, name);
        }
        try {
            return Files.createDirectories(place).toAbsolutePath().normalize();
        } catch (final IOException e) {
            throw new UncheckedIOException("no directory for the data", e);
        }
    }

    /**
     * Takes the place that was asked for if nothing is there: what an earlier run has left would be taken for this one's, and
     * what somebody else keeps there would be taken away with it.
     *
     * @param place made if need be; null for a new one where temporary files go.
     * @param name  that the new one's begins with.
     * @return the empty directory, from the root.
     * @throws UncheckedIOException if something is there.
     */
    public static Path empty(final Path place, final String name) {
        final Path directory = at(place, name);
        try (DirectoryStream<Path> there = Files.newDirectoryStream(directory)) {
            if (there.iterator().hasNext()) {
                throw new DirectoryNotEmptyException(directory + " is not empty");
            }
            return directory;
        } catch (final IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** {@return a new directory in memory where the machine has a file system there, else where temporary files go} */
    public static Path inMemory(final String name) {
        return below(Files.isWritable(MEMORY) ? MEMORY : null, name);
    }

    /** Takes a directory away, with all in it; what a link points to stays. */
    public static void delete(final Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            final List<Path> deepestFirst =
                    paths.sorted(Comparator.reverseOrder()).toList();
            for (final Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(directory + " stays behind", e);
        }
    }
}
