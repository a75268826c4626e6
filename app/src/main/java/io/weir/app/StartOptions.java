package io.weir.app;

import io.weir.config.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that stand on every command that starts a gateway; each goes before what the settings file says. */
final class StartOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Directory of everything that the gateway keeps.")
    private Path data;

    @Option(
            names = "--fix-port",
            paramLabel = "N",
            description = "Port that FIX clients connect to; 0 takes a free one.")
    private Integer fixPort;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "Port of health, metrics and queries; 0 takes a free one.")
    private Integer httpPort;

    /** {@return the directory given, or another} */
    Path dataOr(final Path absent) {
        return data == null ? absent : data;
    }

    /**
     * Puts what was given in place of what the file says.
     *
     * @param settings of the whole file.
     */
    void override(final Settings settings) {
        if (data != null) {
            settings.override("data-dir", data.toString());
        }
        if (fixPort != null) {
            settings.override("fix.port", fixPort);
        }
        if (httpPort != null) {
            settings.override("http.port", httpPort);
        }
    }
}
