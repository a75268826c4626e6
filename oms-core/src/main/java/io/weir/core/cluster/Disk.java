package io.weir.core.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits until files are on the disk. Pure of state; any thread. */
final class Disk {
    private Disk() {}

    /** Waits for the names in a directory: a file made, moved or deleted there is so after a loss of power too. */
    static void forceNames(final Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Waits for all files of a directory, and their names.
     *
     * @param directory without directories below; nothing is done if it is not there.
     */
    static void forceFiles(final Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        final List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
        for (final Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        forceNames(directory);
    }
}
