package io.weir.benchmarks.torture;

import io.weir.app.Main;
import io.weir.benchmarks.gateway.OpsPages;
import io.weir.benchmarks.process.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.IoUtil;

/** The gateway as its users start it, in a process of its own, and what can be seen of it from outside. */
public final class GatewayProcess extends ChildJvm {
    private static final String BEGUN = "starting the log in";
    private static final String TOLD = "the log has the reference data";
    private static final String OPEN = "FIX listens on";
    private static final Pattern BUFFERS = Pattern.compile("buffers in (/dev/shm/weir-[^,\\s]+)");

    private final Path data;
    private final OpsPages pages;

    /**
     * Makes it; {@link #start} starts it.
     *
     * @param config its settings file.
     * @param data   its data directory, as the settings say.
     * @param output where its output files go.
     */
    GatewayProcess(final Path config, final Path data, final Path output) {
        super("gateway", output, List.of("-Xmx1g"), Main.class, List.of("run", "--config", config.toString()));
        this.data = data;
        this.pages = new OpsPages(data);
    }

    /**
     * Makes one of the processes that a gateway is made of; {@link #start} starts it.
     *
     * @param name   of the process.
     * @param config the settings file of all of them.
     * @param data   its data directory, empty at the first start.
     * @param output where its output files go.
     * @param jvm    options of its JVM.
     * @param more   options of the command {@code run} that tell it apart from the others.
     */
    public GatewayProcess(
            final String name,
            final Path config,
            final Path data,
            final Path output,
            final List<String> jvm,
            final List<String> more) {
        super(
                name,
                output,
                jvm,
                Main.class,
                Stream.concat(Stream.of("run", "--config", config.toString(), "--data", data.toString()), more.stream())
                        .toList());
        this.data = data;
        this.pages = new OpsPages(data);
    }

    /** {@return its data directory} */
    public Path data() {
        return data;
    }

    /** {@return where the node keeps its recordings: log, journal, snapshots} */
    Path archive() {
        return data.resolve("node").resolve("archive");
    }

    /** {@return whether the newest start has begun to read its log} */
    boolean replays() {
        final String output = output();
        return output.contains(BEGUN) && !output.contains(TOLD);
    }

    /** {@return whether the newest start has read its log} */
    boolean hasReplayed() {
        return hasPrinted(TOLD);
    }

    /** {@return whether the newest start takes clients} */
    public boolean isOpen() {
        return hasPrinted(OPEN);
    }

    /** {@return a figure of /metrics, empty while nobody answers} */
    public OptionalDouble metric(final String name) {
        return pages.metric(name);
    }

    /** {@return the reasons that the gateway has left behind for stopping itself; empty if it never has} */
    public List<Path> halts() {
        try (Stream<Path> files = Files.walk(data, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith("HALTED-"))
                    .toList();
        } catch (final IOException e) {
            return List.of();
        }
    }

    /** Ends it if it still runs; its buffers, which lie in memory and which nobody needs any more, go with it. */
    @Override
    public void close() {
        super.close();
        final Matcher matcher = BUFFERS.matcher(output());
        if (matcher.find()) {
            IoUtil.delete(new File(matcher.group(1)), true);
        }
    }
}
