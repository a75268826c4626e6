package io.weir.benchmarks.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory that the kernel has at hand. The host of a virtual machine may take back what lies free in it, and the first to touch such
 * a page again waits for the host, several times as long as for the kernel. A file that is written and deleted leaves its pages
 * free and backed, for the next seconds.
 */
public final class MemoryAtHand {
    private static final int STEP = 1 << 20;
    private static final int MOST_MIB = 1 << 20;

    private final Path file;
    private final int mib;

    /**
     * Memory not yet asked for.
     *
     * @param directory on the file system that is written to in the end.
     * @param mib       how much, in MiB; 0 for none.
     * @throws RunFailed if that is below 0 or above 1,048,576.
     */
    public MemoryAtHand(final Path directory, final int mib) {
        if (mib < 0 || mib > MOST_MIB) {
            throw new RunFailed("memory at hand: " + mib + " MiB is not 0 to " + MOST_MIB);
        }
        this.file = directory.resolve("memory-at-hand");
        this.mib = mib;
    }

    /**
     * Has it ready now.
     *
     * @throws RunFailed if the file cannot be written.
     */
    public void prepare() {
        if (mib == 0) {
            return;
        }
        try {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                final ByteBuffer zeroes = ByteBuffer.allocateDirect(STEP);
                for (int i = 0; i < mib; i++) {
                    zeroes.clear();
                    while (zeroes.hasRemaining()) {
                        channel.write(zeroes);
                    }
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (final IOException e) {
            throw new RunFailed("no " + mib + " MiB of memory by way of " + file, e);
        }
    }
}
