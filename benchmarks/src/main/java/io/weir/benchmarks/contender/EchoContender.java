package io.weir.benchmarks.contender;

import io.weir.benchmarks.baseline.EchoNames;
import io.weir.benchmarks.client.LoadSession;
import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A baseline: one process that answers each order. */
public final class EchoContender implements Contender {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern READY = Pattern.compile("(?m)^" + EchoNames.READY + "$");

    private final String name;
    private final int port;
    private final ChildJvm process;
    private final LoadSession session = new LoadSession(EchoNames.CLIENT, EchoNames.SERVER, "demo");

    private EchoContender(final String name, final int port, final ChildJvm process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a baseline and waits until it takes connections.
     *
     * @param name      in tables.
     * @param main      its class.
     * @param directory of its own, for all that it keeps.
     * @return the running baseline.
     */
    public static EchoContender start(final String name, final Class<?> main, final Path directory) {
        final int port = FreePorts.tcp();
        final ChildJvm process = new ChildJvm(
                "echo",
                directory,
                List.of(),
                main,
                List.of(directory.resolve("kept").toString(), String.valueOf(port)));
        try {
            process.start();
            process.awaitOutput(READY, PATIENCE);
            return new EchoContender(name, port, process);
        } catch (final RuntimeException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int fixPort() {
        return port;
    }

    @Override
    public LoadSession session() {
        return session;
    }

    @Override
    public Duration cpu() {
        return process.cpu();
    }

    @Override
    public boolean isReady() {
        process.check();
        return true;
    }

    @Override
    public void suspend() {
        process.suspend();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public void close() {
        process.close();
    }
}
