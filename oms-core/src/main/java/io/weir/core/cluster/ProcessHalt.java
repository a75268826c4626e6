package io.weir.core.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** Writes the reason to standard error and to {@code HALTED-<time>.txt} in the data directory, then ends the process. */
public final class ProcessHalt implements Halt {
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    /** What the name of a written reason begins with. */
    static final String FILE_PREFIX = "HALTED-";

    /** In a reason that is no fault of ours: making room mends it. */
    static final String DISK_FULL = "the disk is full";

    private static final String RESERVE = "RESERVE";
    private static final int RESERVED_BYTES = 64 * 1024;

    private final Path dataDirectory;
    private final IntConsumer exit;
    private final AtomicBoolean halted = new AtomicBoolean();

    /**
     * The one for production.
     *
     * @param dataDirectory takes the file.
     */
    public ProcessHalt(final Path dataDirectory) {
        this(dataDirectory, Runtime.getRuntime()::halt);
    }

    ProcessHalt(final Path dataDirectory, final IntConsumer exit) {
        this.dataDirectory = dataDirectory;
        this.exit = exit;
    }

    /**
     * Keeps room on the disk for a reason, for the day the disk is full.
     *
     * @param dataDirectory that the reason will be written to.
     * @throws IOException if there is no room.
     */
    static void reserve(final Path dataDirectory) throws IOException {
        Files.write(dataDirectory.resolve(RESERVE), new byte[RESERVED_BYTES]);
    }

    @Override
    public void halt(final String reason, final Throwable cause) {
        if (halted.compareAndSet(false, true)) {
            final String text = describe(reason, cause);
            System.err.println(text);
            System.err.flush();
            write(text);
        }
        exit.accept(STATUS);
    }

    private void write(final String text) {
        final Path file = dataDirectory.resolve(FILE_PREFIX + FILE_TIME.format(Instant.now()) + ".txt");
        try {
            Files.deleteIfExists(dataDirectory.resolve(RESERVE));
            Files.writeString(file, text);
        } catch (final IOException e) {
            System.err.println("The reason could not be written to " + file + ": " + e.getMessage());
        }
    }

    private static String describe(final String reason, final Throwable cause) {
        final StringWriter text = new StringWriter();
        final PrintWriter out = new PrintWriter(text);
        out.println("HALTED " + Instant.now() + ": " + reason);
        if (cause != null) {
            cause.printStackTrace(out);
        }
        out.flush();
        return text.toString();
    }
}
