package io.weir.store.projection;

import io.weir.store.Store;
import io.weir.store.StoreConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process of its own that projects a known history into an embedded store until it is killed. */
public final class StoreProcess implements AutoCloseable {
    static final long T0 = TimeUnit.SECONDS.toNanos(1_790_000_000L);
    static final int EVENTS = 6_000;
    static final long SEED = 20261122;

    static final int BATCH_EVENTS = 50;

    private static final String STORED = "stored batch ";

    private final Process process;
    private final BufferedReader out;

    private StoreProcess(final Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one on a directory. */
    static StoreProcess start(final Path directory) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                directory.toString());
        return new StoreProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Waits until it says that it has stored some batches more. */
    void awaitBatches(final int batches) throws IOException {
        int said = 0;
        while (said < batches) {
            final String line = out.readLine();
            if (line == null) {
                throw new IOException("the process ended with " + process.exitValue());
            }
            said += line.startsWith(STORED) ? 1 : 0;
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** {@return what this process and the test both project} */
    static RecordedJournal journal() {
        final RecordedJournal journal = new RecordedJournal();
        History.write(journal, T0, EVENTS, SEED);
        return journal;
    }

    /** The process; it ends only by a kill, and says a line for each batch that is stored. */
    public static void main(final String[] args) {
        final StoreConfig c = StoreConfig.embedded(Path.of(args[0]));
        final StoreProjector projector = new StoreProjector(
                new Store(new StoreConfig(
                        c.directory(),
                        "",
                        "",
                        c.password(),
                        1,
                        BATCH_EVENTS,
                        c.batchTime(),
                        c.retentionDays(),
                        c.maxAlerts(),
                        c.queryTimeout())),
                journal());
        long said = 0;
        while (!Thread.currentThread().isInterrupted()) {
            projector.doWork();
            if (projector.counters().batches() > said) {
                said = projector.counters().batches();
                System.out.println(STORED + said);
                System.out.flush();
            }
        }
    }
}
