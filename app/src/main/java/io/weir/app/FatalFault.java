package io.weir.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Stops the process at once when a part of it is wrong, and leaves the reason where an operator finds it. */
final class FatalFault {
    /** Exit code of a process that stopped itself. */
    static final int EXIT_CODE = 70;

    private FatalFault() {}

    /**
     * Writes the reason to standard error and to a file, and halts.
     *
     * @param dataDir where the file goes.
     * @param where   what has failed.
     * @param cause   why.
     */
    static void halt(final Path dataDir, final String where, final Throwable cause) {
        final StringWriter reason = new StringWriter();
        reason.append(Instant.now().toString()).append(' ').append(where).append(" has failed\n");
        cause.printStackTrace(new PrintWriter(reason, true));
        System.err.println(reason);
        try {
            final String name = "HALTED-" + Instant.now().toString().replace(':', '-') + ".txt";
            Files.writeString(dataDir.resolve(name), reason.toString());
        } catch (final IOException e) {
            System.err.println("the reason could not be written to " + dataDir + ": " + e);
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
