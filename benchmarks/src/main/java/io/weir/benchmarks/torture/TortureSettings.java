package io.weir.benchmarks.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of the gateway that is tortured: the demo's, with other places and with snapshots and purges as often as can be. */
final class TortureSettings {
    private static final String PROFILE = "/etc/demo.yaml";
    private static final String OF_THE_DEMO = "snapshot-log-bytes: 33554432";
    private static final String OFTEN = "snapshot-log-bytes: 1048576\n  snapshots-kept: 1\n  terms: small";

    private TortureSettings() {}

    /**
     * Writes them.
     *
     * @param file    to write.
     * @param data    the gateway's data directory.
     * @param fixPort where its clients connect.
     * @param simfix  port of the venue that speaks FIX.
     * @param binance port of the venue that speaks REST.
     */
    static void write(final Path file, final Path data, final int fixPort, final int simfix, final int binance) {
        try (InputStream in = TortureSettings.class.getResourceAsStream(PROFILE)) {
            String settings = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            settings = replace(settings, "data-dir: data", "data-dir: " + data);
            settings = replace(settings, "port: 9880", "port: " + fixPort);
            settings = replace(settings, "port: 8080", "port: 0");
            settings = replace(settings, "${SIMFIX.port}", String.valueOf(simfix));
            settings = replace(settings, "${BINANCE.port}", String.valueOf(binance));
            settings = replace(settings, OF_THE_DEMO, OFTEN);
            Files.writeString(file, settings);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replace(final String settings, final String from, final String to) {
        if (!settings.contains(from)) {
            throw new IllegalStateException("the demo profile has no '" + from + "'");
        }
        return settings.replace(from, to);
    }
}
