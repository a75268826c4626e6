package io.weir.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where a running gateway answers HTTP, left in its data directory for the command line. After a SIGKILL the file stays;
 * so each server has an {@code instance} of its own, which it says in the header {@value #INSTANCE_HEADER} of every answer.
 *
 * @param host     that it listens on.
 * @param port     that it listens on.
 * @param instance of this start of the server.
 */
public record OpsEndpoint(String host, int port, String instance) {
    /** The header that tells one server from another on the same port. */
    public static final String INSTANCE_HEADER = "Weir-Instance";

    private static final String FILE = "http-endpoint";
    private static final int LINES = 3;

    /**
     * Leaves it for others, in one step.
     *
     * @param dataDir of the gateway.
     * @throws IOException if it cannot be written.
     */
    public void write(final Path dataDir) throws IOException {
        final Path draft = dataDir.resolve(FILE + ".new");
        Files.writeString(draft, host + "\n" + port + "\n" + instance + "\n");
        Files.move(draft, dataDir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Takes it away at an orderly end.
     *
     * @param dataDir of the gateway.
     * @throws IOException if it cannot be deleted.
     */
    public static void delete(final Path dataDir) throws IOException {
        Files.deleteIfExists(dataDir.resolve(FILE));
    }

    /**
     * Reads what the last gateway left.
     *
     * @param dataDir of the gateway.
     * @return the endpoint, empty if there is none or the file is none of ours.
     */
    public static Optional<OpsEndpoint> read(final Path dataDir) {
        try {
            final List<String> lines = Files.readAllLines(dataDir.resolve(FILE));
            return lines.size() == LINES
                    ? Optional.of(new OpsEndpoint(lines.get(0), Integer.parseInt(lines.get(1)), lines.get(2)))
                    : Optional.empty();
        } catch (final IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
