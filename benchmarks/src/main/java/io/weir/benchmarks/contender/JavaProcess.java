package io.weir.benchmarks.contender;

import io.weir.benchmarks.client.LoadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program as a process of its own, with the java, the class path and the JVM options of this one. It is ended by its own
 * handle, also when this process ends before. Used by the one thread that measures.
 */
public final class JavaProcess implements AutoCloseable {
    /** Options that are for the bench alone: each would write the same file, or attach to the same port, twice. */
    private static final List<String> NOT_INHERITED =
            List.of("-XX:StartFlightRecording", "-agentlib", "-agentpath", "-javaagent", "-Xrun", "-Xlog");

    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long STOP_S = 40;
    private static final int LAST_WORDS = 4_000;

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread endWithUs;

    private JavaProcess(final String name, final Path log, final Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.endWithUs = new Thread(process::destroyForcibly, "end-" + name);
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /**
     * Starts a program.
     *
     * @param name       for messages and for the file with its output.
     * @param directory  that the output is written to.
     * @param jvmOptions more options, after those of this JVM.
     * @param main       the class to run.
     * @param arguments  of the program.
     * @return the running process.
     */
    public static JavaProcess start(
            final String name,
            final Path directory,
            final List<String> jvmOptions,
            final String main,
            final List<String> arguments) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> NOT_INHERITED.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        final Path log = directory.resolve(name + ".log");
        try {
            Files.createDirectories(directory);
            return new JavaProcess(
                    name,
                    log,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start());
        } catch (final IOException e) {
            throw new UncheckedIOException(name + " does not start", e);
        }
    }

    /**
     * Waits until the program has printed something.
     *
     * @param pattern that is searched for.
     * @param timeout how long at most.
     * @return the match.
     * @throws LoadException if the program ends before, or says nothing of the kind.
     */
    public Matcher awaitOutput(final Pattern pattern, final Duration timeout) {
        final long deadlineNs = System.nanoTime() + timeout.toNanos();
        while (true) {
            final Matcher matcher = pattern.matcher(output());
            if (matcher.find()) {
                return matcher;
            }
            check();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new LoadException(name + " is not ready after " + timeout.toSeconds() + " s\n" + lastWords());
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    /**
     * Throws if the program has ended.
     *
     * @throws LoadException with its last words.
     */
    public void check() {
        if (!process.isAlive()) {
            throw new LoadException(name + " has ended with code " + process.exitValue() + "\n" + lastWords());
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastWords() {
        final String output = output();
        return output.substring(Math.max(0, output.length() - LAST_WORDS));
    }

    /** {@return processor time used so far} */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** {@return the process id} */
    public long pid() {
        return process.pid();
    }

    /** Ends it by SIGTERM, and by SIGKILL if that is not enough. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (final IllegalStateException e) {
            process.destroyForcibly(); // this process is about to end itself
        }
    }
}
