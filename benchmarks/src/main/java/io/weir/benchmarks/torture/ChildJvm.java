package io.weir.benchmarks.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, with this process's JVM and class path, which can be killed like any other and started
 * again. Each start has an output file of its own. Started and killed by one thread; others may ask.
 */
public class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_S = 180;

    /** What this process was given for its libraries and for a quick start, its children need too. */
    private static final List<String> INHERITED = List.of("--add-opens", "-XX:", "-Xlog:cds");

    private final String name;
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private volatile Process process;
    private volatile boolean killed;
    private volatile int starts;
    private volatile long startedNs;

    /**
     * Makes it; {@link #start} starts it.
     *
     * @param name      for messages.
     * @param log       begin of the names of its output files.
     * @param heap      its greatest heap, as {@code -Xmx} has it.
     * @param mainClass to run.
     * @param arguments of it.
     */
    protected ChildJvm(
            final String name,
            final Path log,
            final String heap,
            final String mainClass,
            final List<String> arguments) {
        this(name, log, List.of("-Xmx" + heap), mainClass, arguments);
    }

    /**
     * The same with any options of the JVM.
     *
     * @param name       for messages.
     * @param log        begin of the names of its output files.
     * @param jvmOptions more than those that it needs.
     * @param mainClass  to run.
     * @param arguments  of it.
     */
    protected ChildJvm(
            final String name,
            final Path log,
            final List<String> jvmOptions,
            final String mainClass,
            final List<String> arguments) {
        this.name = name;
        this.log = log;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> INHERITED.stream().anyMatch(argument::startsWith))
                .forEach(command::add);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
    }

    /** Starts it; it is ready when its ports answer. */
    public void start() {
        starts++;
        killed = false;
        try {
            startedNs = System.nanoTime();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(outputFile().toFile())
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and waits until the process is gone. */
    public void kill() {
        killed = true;
        process.destroyForcibly();
        await();
    }

    /** SIGTERM, and waits until the process is gone; {@return its exit code} */
    public int stop() {
        killed = true;
        process.destroy();
        return await();
    }

    private int await() {
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new TortureFailed(name + " did not end within " + PATIENCE_S + " s\n" + output());
            }
            return process.exitValue();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** {@return whether it runs} */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** {@return whether it has ended although nobody has ended it} */
    public boolean hasEndedByItself() {
        return process != null && !killed && !process.isAlive();
    }

    /** {@return what it is called in messages} */
    public String name() {
        return name;
    }

    /** {@return id of the process} */
    public long pid() {
        return process.pid();
    }

    /** {@return System.nanoTime of the newest start} */
    public long startedNs() {
        return startedNs;
    }

    /** {@return whether the newest start has printed this} */
    public boolean hasPrinted(final String text) {
        return output().contains(text);
    }

    /** {@return what the newest start has printed} */
    public String output() {
        try {
            return Files.readString(outputFile());
        } catch (final IOException e) {
            return "no output: " + e;
        }
    }

    private Path outputFile() {
        return log.resolveSibling(log.getFileName() + "-" + starts + ".log");
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
