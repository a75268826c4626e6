package io.weir.simulator;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A venue in a process of its own, to be killed by tests as a power button would. */
public final class ChildVenue implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: port (\\d+), control port (\\d+)");

    private final Process process;
    private final int port;
    private final int controlPort;

    /** Starts {@link SimulatorMain} with these arguments and waits until it is ready. */
    public ChildVenue(final String... args) throws IOException {
        final List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final Matcher ready = awaitReady();
        port = Integer.parseInt(ready.group(1));
        controlPort = Integer.parseInt(ready.group(2));
    }

    private Matcher awaitReady() throws IOException {
        final BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        final StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            final Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready;
            }
        }
        throw new IllegalStateException("the venue ended before it was ready:\n" + said);
    }

    public int port() {
        return port;
    }

    public int controlPort() {
        return controlPort;
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
