package io.weir.benchmarks.nodes;

import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.FreePorts;
import io.weir.benchmarks.process.Pause;
import io.weir.benchmarks.process.RunFailed;
import io.weir.benchmarks.torture.GatewayProcess;
import io.weir.benchmarks.torture.VenueProcess;
import io.weir.simulator.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole gateway of many processes on loopback, and its simulated venues. All read one settings file; what tells them apart
 * stands on their command lines. Each is started here and ends with {@link #close}. Used by one thread.
 */
final class NodeSet implements AutoCloseable {
    /** Members of the cluster. */
    static final int NODES = 3;

    /** Ten JVMs share one machine, and each has to start quickly again and again. */
    private static final List<String> SMALL_JVM =
            List.of("-XX:-UseG1GC", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int FIRST_ACCEPTOR_ID = 2;

    private final Path directory;
    private final Path config;
    private final List<VenueProcess> venues;
    private final List<GatewayProcess> nodes = new ArrayList<>();
    private final List<GatewayProcess> acceptors = new ArrayList<>();
    private final List<Integer> fixPorts = List.of(FreePorts.tcp(), FreePorts.tcp());
    private final GatewayProcess venueEdges;
    private final GatewayProcess ops;

    /**
     * Prepares a set; {@link #start} starts it.
     *
     * @param directory for all that it keeps and prints; empty.
     * @param seed      of the venues' markets.
     */
    NodeSet(final Path directory, final long seed) {
        this.directory = directory;
        config = directory.resolve("gateway.yaml");
        venues = List.of(
                VenueProcess.of("SIMFIX", Dialect.FIX44, directory, seed),
                VenueProcess.of("BINANCE", Dialect.BINANCE, directory, seed + 1));
        SetSettings.write(config, NODES, venues.get(0).port(), venues.get(1).port());
        for (int id = 0; id < NODES; id++) {
            nodes.add(process("node-" + id, "768m", "--roles", "node", "--member-id", String.valueOf(id)));
        }
        for (int i = 0; i < fixPorts.size(); i++) {
            acceptors.add(process(
                    "acceptor-" + (i + 1),
                    "512m",
                    "--roles",
                    "acceptor",
                    "--acceptor-id",
                    String.valueOf(FIRST_ACCEPTOR_ID + i),
                    "--fix-port",
                    String.valueOf(fixPorts.get(i))));
        }
        venueEdges = process("venues", "512m", "--roles", "venues");
        ops = process("ops", "512m", "--roles", "ops");
    }

    private GatewayProcess process(final String name, final String heap, final String... options) {
        final Path data = directory.resolve(name);
        try {
            Files.createDirectories(data);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final List<String> more = new ArrayList<>(List.of(options));
        more.addAll(List.of("--http-port", "0"));
        final List<String> jvm = new ArrayList<>(SMALL_JVM);
        jvm.add("-Xmx" + heap);
        return new GatewayProcess(name, config, data, directory, jvm, more);
    }

    /** Starts all of it; returns when clients can log on and venues are reached. */
    void start() {
        venues.forEach(VenueProcess::start);
        venues.forEach(VenueProcess::awaitReady);
        gateway().forEach(ChildJvm::start);
        await("the nodes have a leader", () -> leader().isPresent());
        await("the log has the reference data", () -> ops.hasPrinted("the log has the reference data"));
        acceptors.forEach(acceptor -> await(acceptor.name() + " takes clients", () -> takesClients(acceptor)));
        await("the venues take orders", this::reachesVenues);
    }

    private void await(final String what, final java.util.function.BooleanSupplier condition) {
        final boolean came = Pause.until(PATIENCE, () -> {
            gateway().forEach(ChildJvm::check);
            return condition.getAsBoolean();
        });
        if (!came) {
            throw new RunFailed("not within " + PATIENCE.toSeconds() + " s: " + what
                    + "; the output of each process is in " + directory);
        }
    }

    /** {@return whether an acceptor reads clients' messages now} */
    static boolean takesClients(final GatewayProcess acceptor) {
        return is(acceptor.metric("weir_fix_leased"), 1);
    }

    /** {@return whether the venues' edges have all their venues} */
    boolean reachesVenues() {
        return is(venueEdges.metric("weir_venues_up"), venues.size());
    }

    /** {@return the node that leads now, if one says so} */
    Optional<GatewayProcess> leader() {
        return nodes.stream()
                .filter(ChildJvm::isAlive)
                .filter(node -> is(node.metric("weir_log_leader"), 1))
                .findFirst();
    }

    /** {@return the term of leadership, the newest that any node tells of; -1 if none does} */
    long term() {
        return nodes.stream()
                .filter(ChildJvm::isAlive)
                .mapToLong(node -> (long) node.metric("weir_log_term").orElse(-1))
                .max()
                .orElse(-1);
    }

    /**
     * Waits until a node that was started again follows the leader and has worked what the leader had when this was called.
     *
     * @param node that came back.
     */
    void awaitCaughtUp(final GatewayProcess node) {
        final double goal = nodes.stream()
                .filter(other -> other != node)
                .mapToDouble(other -> other.metric("weir_log_position").orElse(0))
                .max()
                .orElse(0);
        await(
                node.name() + " has caught up",
                () -> node.metric("weir_log_position").orElse(-1) >= goal);
    }

    /** Waits until the venues take orders again. */
    void awaitVenues() {
        await("the venues take orders", this::reachesVenues);
    }

    /** Waits until an acceptor takes clients again. */
    void awaitAcceptor(final GatewayProcess acceptor) {
        await(acceptor.name() + " takes clients", () -> takesClients(acceptor));
    }

    private static boolean is(final OptionalDouble figure, final double value) {
        return figure.isPresent() && figure.getAsDouble() == value;
    }

    List<GatewayProcess> nodes() {
        return nodes;
    }

    List<GatewayProcess> acceptors() {
        return acceptors;
    }

    /** {@return the acceptor that listens on a port, if it is one of ours} */
    Optional<GatewayProcess> acceptorAt(final int port) {
        return IntStream.range(0, fixPorts.size())
                .filter(i -> fixPorts.get(i) == port)
                .mapToObj(acceptors::get)
                .findFirst();
    }

    List<Integer> fixPorts() {
        return fixPorts;
    }

    List<VenueProcess> venues() {
        return venues;
    }

    GatewayProcess venueEdges() {
        return venueEdges;
    }

    GatewayProcess ops() {
        return ops;
    }

    Path config() {
        return config;
    }

    /** {@return the gateway's processes in the order of their start} */
    Stream<GatewayProcess> gateway() {
        return Stream.of(nodes.stream(), Stream.of(ops, venueEdges), acceptors.stream())
                .flatMap(each -> each);
    }

    /** Ends what still runs: the edges first, then the nodes, then the venues. */
    @Override
    public void close() {
        final List<GatewayProcess> all = new ArrayList<>(gateway().toList());
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).close();
        }
        venues.forEach(VenueProcess::close);
    }
}
