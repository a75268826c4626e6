package io.weir.app;

import io.weir.config.Settings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway run}: a gateway as its settings file says, until it is ended. */
@Command(
        name = "run",
        description = "Start a gateway as its settings file says; SIGTERM or Ctrl-C ends it.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "The settings, YAML. Every fault is named before anything starts.")
    private Path file;

    @Mixin
    private StartOptions options;

    @Mixin
    private PlaceOptions place;

    @Override
    public Integer call() {
        final Settings settings = Settings.load(file);
        options.override(settings);
        place.override(settings);
        final GatewayConfig config = GatewayConfig.read(settings);
        final Progress progress = new Progress(System.out);
        try (Lifetime lifetime = new Lifetime()) {
            try (Gateway gateway = Gateway.start(config, progress::step)) {
                progress.ready(gateway, config);
                lifetime.awaitEnd();
                progress.step("stopping");
            }
            progress.step("stopped");
        }
        return 0;
    }
}
