package io.weir.app.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway as its users start it: a process of its own, which can be killed like any other. */
final class GatewayProcess implements AutoCloseable {
    private final List<String> command = new ArrayList<>();
    private final Path log;
    private Process process;
    private int starts;

    GatewayProcess(final Path config, final Path log) {
        this.log = log;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--add-opens",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "--add-opens",
                "java.base/sun.nio.ch=ALL-UNNAMED",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "io.weir.app.Main",
                "run",
                "--config",
                config.toString()));
    }

    /** Starts it; it is ready when its ports answer. */
    void start() {
        starts++;
        final File output = log.resolveSibling(log.getFileName() + "-" + starts).toFile();
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and waits until the process is gone. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM, and waits until the process is gone. */
    int stop() {
        process.destroy();
        return await();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    private int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gateway did not end within 60 s\n" + output());
            }
            return process.exitValue();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** {@return what the newest start has printed} */
    String output() {
        try {
            return Files.readString(log.resolveSibling(log.getFileName() + "-" + starts));
        } catch (final IOException e) {
            return "no output: " + e;
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
