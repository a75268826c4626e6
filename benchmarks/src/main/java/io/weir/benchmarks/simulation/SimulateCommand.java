package io.weir.benchmarks.simulation;

import io.weir.app.Subcommand;
import io.weir.benchmarks.process.LogLevel;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway simulate}: lives seeded histories of the whole house in one thread until a law is broken. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Simulates core, edges, exchanges, clients, clock and faults from a seed, and checks the laws.")
public final class SimulateCommand implements Subcommand {
    private static final long NS_PER_S = 1_000_000_000L;

    @Option(
            names = "--histories",
            paramLabel = "N",
            defaultValue = "1000",
            description = "how many, each from a seed of its own (default: ${DEFAULT-VALUE})")
    private long histories;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the first history; the next has the next (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--steps",
            paramLabel = "K",
            defaultValue = "" + Simulations.STEPS,
            description = "what is done to each before it comes to rest (default: ${DEFAULT-VALUE})")
    private int steps;

    @Option(names = "--twice", description = "live each history twice and compare the hashes")
    private boolean twice;

    @Option(names = "--go-on", description = "go on behind a broken law, and count them")
    private boolean goOn;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "write all that happens in the first history to a file, and live no other")
    private Path trace;

    @Override
    public Integer call() {
        LogLevel.orElse("OFF");
        final Simulations simulations = new Simulations(steps);
        if (trace != null) {
            simulations.trace(seed, trace);
            return 0;
        }
        final long beganNs = System.nanoTime();
        long toldNs = beganNs;
        long broken = 0;
        History sum = null;
        for (long i = 0; i < histories; i++) {
            try {
                final History history = live(simulations, seed + i);
                sum = sum == null ? history : sum.plus(history);
            } catch (final AssertionError error) {
                broken++;
                System.out.println(error.getMessage());
                if (error.getCause() != null && error.getCause().getCause() != null) {
                    error.getCause().getCause().printStackTrace(System.out);
                }
                if (!goOn) {
                    return 1;
                }
            }
            if (System.nanoTime() - toldNs > 10 * NS_PER_S) {
                toldNs = System.nanoTime();
                System.err.println((i + 1) + " of " + histories + " histories, " + broken + " with a broken law");
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d histories from seed %d in %.1f s, %d with a broken law%n",
                histories,
                seed,
                (System.nanoTime() - beganNs) / 1e9,
                broken);
        System.out.println(sum);
        return broken == 0 ? 0 : 1;
    }

    private History live(final Simulations simulations, final long historySeed) {
        final History history = simulations.run(historySeed);
        if (twice && simulations.run(historySeed).hash() != history.hash()) {
            throw new AssertionError("seed " + historySeed + " is another history the second time");
        }
        return history;
    }
}
