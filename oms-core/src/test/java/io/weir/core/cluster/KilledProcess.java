package io.weir.core.cluster;

import io.weir.protocol.command.ResendDone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own with a node and an edge that says commands without end and prints what is acknowledged; the test
 * kills it.
 */
final class KilledProcess implements AutoCloseable {
    private static final int EDGE = 7;

    private final Path directory;
    private final Process process;
    private final BufferedReader output;
    private long epoch;
    private long acknowledged;

    private KilledProcess(final Path directory, final Process process) {
        this.directory = directory;
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static KilledProcess start(final Path directory) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledProcess.class.getName(),
                directory.toString()));
        try {
            return new KilledProcess(
                    directory,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process has told of a number of acknowledged commands. */
    void awaitAcknowledged(final long atLeast) {
        while (acknowledged < atLeast) {
            if (!readLine()) {
                throw new AssertionError("the process ended by itself, exit status " + process.exitValue());
            }
        }
    }

    /** Kills the process with SIGKILL and reads what it had printed until then. */
    void kill() {
        process.toHandle().destroyForcibly();
        while (readLine()) {
            // the rest of what it said counts too
        }
        process.onExit().join();
    }

    /** Waits until the process ends by itself. */
    int awaitEnd() {
        while (readLine()) {
            // what it says until then counts
        }
        return process.onExit().join().exitValue();
    }

    long pid() {
        return process.pid();
    }

    long epoch() {
        return epoch;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Kills the process if it still runs, and clears away the buffers that it could not. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        AeronDirectory.clear(directory.toAbsolutePath());
    }

    private boolean readLine() {
        try {
            final String line = output.readLine();
            if (line == null) {
                process.onExit().join();
                return false;
            }
            final String[] words = line.split(" ");
            if (words.length == 2) {
                epoch = Long.parseLong(words[0]);
                acknowledged = Long.parseLong(words[1]);
            }
            return true;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The process.
     *
     * @param arguments the data directory.
     */
    public static void main(final String[] arguments) {
        final Node node =
                Node.start(Nodes.config(Path.of(arguments[0])), EchoCore.logic(1), Nodes::daemon, System.err::println);
        final LogClient client = LogClient.connect(node, Nodes::daemon);
        final Edge edge = new Edge(client, EDGE, (buffer, offset, length, position) -> {});
        edge.until(edge.port::isStarted);
        long told = 0;
        while (!System.out.checkError()) { // nobody reads any more: the test was killed itself
            edge.say(new ResendDone(1, 1));
            if (edge.port.acknowledgedSeq() > told) {
                told = edge.port.acknowledgedSeq();
                System.out.println(edge.port.epoch() + " " + told);
            }
        }
        Runtime.getRuntime().halt(1);
    }
}
