package io.weir.benchmarks.nodes;

import io.weir.benchmarks.process.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one settings file that all processes of the set read: the demo's, with three members. */
final class SetSettings {
    private static final String PROFILE = "/etc/demo.yaml";
    private static final String NODE = "\nnode:\n";
    private static final int PORTS_OF_A_MEMBER = 5;

    private SetSettings() {}

    /**
     * Writes them.
     *
     * @param file     to write.
     * @param nodes    how many members.
     * @param simfix   port of the venue that speaks FIX.
     * @param binance  port of the venue that speaks REST.
     */
    static void write(final Path file, final int nodes, final int simfix, final int binance) {
        final int firstPort = FreePorts.udp(nodes * PORTS_OF_A_MEMBER);
        final String members = IntStream.range(0, nodes)
                .mapToObj(id -> "    - {id: " + id + ", host: localhost, port-base: "
                        + (firstPort + id * PORTS_OF_A_MEMBER) + "}\n")
                .collect(Collectors.joining());
        try (InputStream in = SetSettings.class.getResourceAsStream(PROFILE)) {
            String settings = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            settings = replace(
                    settings,
                    NODE,
                    NODE + "  idle: cold                 # many processes share this machine\n" + "  members:\n"
                            + members);
            settings = replace(settings, "${SIMFIX.port}", String.valueOf(simfix));
            settings = replace(settings, "${BINANCE.port}", String.valueOf(binance));
            Files.writeString(file, settings);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replace(final String settings, final String from, final String to) {
        if (!settings.contains(from)) {
            throw new IllegalStateException("the demo profile has no '" + from.strip() + "'");
        }
        return settings.replace(from, to);
    }
}
