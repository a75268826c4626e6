package io.weir.benchmarks.torture;

import io.weir.benchmarks.gateway.DemoSettings;
import java.nio.file.Path;

/** The settings of the gateway that is tortured: the demo's, with other places and with snapshots and purges as often as can be. */
final class TortureSettings {
    private static final int SNAPSHOT_LOG_BYTES = 1_048_576;

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
        final DemoSettings settings = new DemoSettings(simfix, binance).at(data, fixPort);
        settings.section("node")
                .put("snapshot-log-bytes", SNAPSHOT_LOG_BYTES)
                .put("snapshots-kept", 1)
                .put("terms", "small");
        settings.write(file);
    }
}
