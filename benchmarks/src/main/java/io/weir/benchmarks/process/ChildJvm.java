package io.weir.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program in a process of its own, with this process's java, class path and JVM options, which can be killed like any
 * other and started again. Each start has an output file of its own. It does not outlive this process. Started and ended by one
 * thread; others may ask.
 */
public class ChildJvm implements AutoCloseable {
    /** Options that are for this process alone: each would write the same file, or attach to the same port, twice. */
    private static final List<String> NOT_INHERITED =
            List.of("-XX:StartFlightRecording", "-agentlib", "-agentpath", "-javaagent", "-Xrun", "-Xlog");

    /** The launcher's, which silences what the JVM says of its archive of classes. */
    private static final String QUIET_ARCHIVE = "-Xlog:cds";

    private static final long STOP_S = 180;
    private static final long CLOSE_S = 40;
    private static final long LOOK_MS = 20;
    private static final int LAST_WORDS = 4_000;

    private final String name;
    private final Path directory;
    private final List<String> command = new ArrayList<>();
    private final Thread endWithUs;
    private boolean endsWithUs;
    private boolean isOver;
    private boolean isSuspended;
    private volatile Process process;
    private volatile boolean isEnded;
    private volatile int starts;
    private volatile long startedNs;

    /**
     * Makes it; {@link #start} starts it.
     *
     * @param name       for messages, and for its output files, {@code NAME-1.log} of the first start.
     * @param directory  that they lie in, made if need be.
     * @param jvmOptions more options, behind those of this JVM.
     * @param main       the class to run.
     * @param arguments  of it.
     */
    public ChildJvm(
            final String name,
            final Path directory,
            final List<String> jvmOptions,
            final Class<?> main,
            final List<String> arguments) {
        this.name = name;
        this.directory = directory;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(ChildJvm::isInherited)
                .forEach(command::add);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        endWithUs = new Thread(this::endForGood, "end-" + name);
    }

    private static boolean isInherited(final String option) {
        return option.startsWith(QUIET_ARCHIVE) || NOT_INHERITED.stream().noneMatch(option::startsWith);
    }

    /** Starts it; it is ready when its ports answer, or when it says so. */
    public synchronized void start() {
        if (isOver) {
            throw new IllegalStateException(name + " does not start any more: this process is ending");
        }
        if (!endsWithUs) {
            Runtime.getRuntime().addShutdownHook(endWithUs);
            endsWithUs = true;
        }
        starts++;
        isEnded = false;
        isSuspended = false;
        try {
            Files.createDirectories(directory);
            startedNs = System.nanoTime();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(outputFile().toFile())
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(name + " does not start", e);
        }
    }

    /** SIGKILL, and waits until the process is gone; nothing if it does not run. */
    public void kill() {
        isEnded = true;
        if (isAlive()) {
            process.destroyForcibly();
            await();
        }
    }

    /** SIGTERM, and waits until the process is gone; {@return its exit code} */
    public int stop() {
        isEnded = true;
        resume();
        process.destroy();
        return await();
    }

    /** SIGSTOP: it does nothing at all until {@link #resume}. Whoever waits for it takes it for gone after a while. */
    public synchronized void suspend() {
        isSuspended = true;
        signal("STOP");
    }

    /** SIGCONT; nothing if it runs. Any thread. */
    public synchronized void resume() {
        if (isSuspended) {
            isSuspended = false;
            signal("CONT");
        }
    }

    private void signal(final String signal) {
        try {
            final int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
            if (code != 0 && isAlive()) {
                throw new RunFailed(name + " does not take SIG" + signal + ": kill ended with " + code);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("there is no kill", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private int await() {
        try {
            if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
                throw new RunFailed(name + " did not end within " + STOP_S + " s\n" + lastWords());
            }
            return process.exitValue();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Waits until the newest start has printed something.
     *
     * @param pattern  that is searched for.
     * @param patience how long at most.
     * @return the match.
     * @throws RunFailed if the program ends before, or says nothing of the kind.
     */
    public Matcher awaitOutput(final Pattern pattern, final Duration patience) {
        final long deadlineNs = System.nanoTime() + patience.toNanos();
        Matcher matcher = pattern.matcher(output());
        while (!matcher.find()) {
            check();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new RunFailed(name + " is not ready after " + patience.toSeconds() + " s\n" + lastWords());
            }
            Pause.ms(LOOK_MS);
            matcher = pattern.matcher(output());
        }
        return matcher;
    }

    /**
     * Throws if the program has ended although nobody has ended it.
     *
     * @throws RunFailed with its last words.
     */
    public void check() {
        if (hasEndedByItself()) {
            throw new RunFailed(name + " has ended by itself, with code " + process.exitValue() + "\n" + lastWords());
        }
    }

    /** {@return whether it runs} */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** {@return whether it has ended although nobody has ended it} */
    public boolean hasEndedByItself() {
        return process != null && !isEnded && !process.isAlive();
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

    /** {@return processor time that the newest start has used so far} */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** {@return the same by thread} */
    public ThreadTimes threadTimes() {
        return ThreadTimes.of(process.pid());
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

    private String lastWords() {
        final String output = output();
        return output.substring(Math.max(0, output.length() - LAST_WORDS));
    }

    private Path outputFile() {
        return directory.resolve(name + "-" + starts + ".log");
    }

    /** Ends it if it runs: by SIGTERM, and by SIGKILL if that is not enough. */
    @Override
    public void close() {
        end();
        if (endsWithUs) {
            try {
                Runtime.getRuntime().removeShutdownHook(endWithUs);
            } catch (final IllegalStateException e) {
                return; // this process is ending: the hook is at work
            }
            endsWithUs = false;
        }
    }

    /** This process is ending, while other threads of it may still be at work. */
    private void endForGood() {
        synchronized (this) {
            isOver = true;
        }
        end();
    }

    private void end() {
        isEnded = true;
        if (!isAlive()) {
            return;
        }
        resume();
        process.destroy();
        try {
            if (!process.waitFor(CLOSE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
