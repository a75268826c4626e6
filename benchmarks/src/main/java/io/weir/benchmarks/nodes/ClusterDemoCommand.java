package io.weir.benchmarks.nodes;

import io.weir.app.Subcommand;
import io.weir.benchmarks.process.ChildJvm;
import io.weir.benchmarks.process.LogLevel;
import io.weir.benchmarks.process.Pause;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.RunFailed;
import io.weir.benchmarks.torture.GatewayProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway cluster-demo}: three nodes and all that belongs to them, a process each, on loopback, to be killed by hand. */
@Command(
        name = "cluster-demo",
        description =
                "Start three nodes, two acceptors, venues and store on loopback, a process each; kill them as you like.",
        mixinStandardHelpOptions = true)
public final class ClusterDemoCommand implements Subcommand {
    private static final long LOOK_MS = 200;
    private static final long STARTED_AGAIN_MS = 3_000;
    private static final long STOP_S = 60;

    @Option(names = "--data", paramLabel = "DIR", description = "Directory for all data; else a temporary one.")
    private Path data;

    private final PrintStream out = System.out;

    /** Made by the command line. */
    public ClusterDemoCommand() {}

    @Override
    public Integer call() {
        LogLevel.orElse("WARN");
        final CountDownLatch stopped = new CountDownLatch(1);
        final Thread caller = Thread.currentThread();
        final Thread onEnd = new Thread(() -> {
            caller.interrupt();
            await(stopped);
        });
        final Path directory = RunDirectories.at(data, "weir-cluster-");
        out.println("three nodes on loopback, everything in " + directory);
        try (NodeSet set = new NodeSet(directory, 1)) {
            Runtime.getRuntime().addShutdownHook(onEnd);
            set.start();
            show(set);
            watch(set);
        } catch (final RunFailed e) {
            out.println("FAILED: " + e.getMessage());
            return 1;
        } finally {
            out.println("stopped");
            stopped.countDown();
        }
        return 0;
    }

    private void show(final NodeSet set) {
        set.gateway().forEach(process -> out.printf("  %-12s pid %d%n", process.name(), process.pid()));
        set.venues().forEach(venue -> out.printf("  %-12s pid %d%n", venue.name(), venue.pid()));
        out.println("  leader       " + set.leader().map(ChildJvm::name).orElse("none"));
        out.println("  FIX 4.4      127.0.0.1:" + set.fixPorts().get(0) + " or 127.0.0.1:"
                + set.fixPorts().get(1)
                + "   TargetCompID GATEWAY   SenderCompID = Username CLIENT, CLIENT1 ..., Password demo");
        out.println("  orders       ./gateway orders --data " + set.ops().data());
        out.println("  kill         kill -9 PID of any of them; it is started again after " + STARTED_AGAIN_MS / 1_000
                + " s");
        out.println("  stop         Ctrl-C");
    }

    /** What dies is started again, as a supervisor would; every change of leader is told. Ends when it is interrupted. */
    private void watch(final NodeSet set) {
        String leader = set.leader().map(ChildJvm::name).orElse("");
        while (!Thread.currentThread().isInterrupted()) {
            try {
                final Optional<GatewayProcess> dead =
                        set.gateway().filter(process -> !process.isAlive()).findFirst();
                if (dead.isPresent()) {
                    out.println(dead.get().name() + " is dead");
                    Pause.ms(STARTED_AGAIN_MS);
                    dead.get().start();
                    out.println(dead.get().name() + " starts again, pid "
                            + dead.get().pid());
                }
                final String now = set.leader().map(ChildJvm::name).orElse("");
                if (!now.isEmpty() && !now.equals(leader)) {
                    leader = now;
                    out.println(leader + " leads, term " + set.term());
                }
                Pause.ms(LOOK_MS);
            } catch (final IllegalStateException interrupted) {
                return;
            }
        }
    }

    private static void await(final CountDownLatch stopped) {
        try {
            if (!stopped.await(STOP_S, TimeUnit.SECONDS)) {
                System.err.println("gateway: did not stop in order within " + STOP_S + " s");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
