package io.weir.benchmarks.simulation;

import io.weir.benchmarks.process.RunDirectories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lives histories one after the other, and tells a failing one again with all that has to do with it. */
public final class Simulations {
    /** How often something is done to a house, unless told otherwise. */
    public static final int STEPS = 250;

    private static final int LINES_OF_SUBJECT = 150;
    private static final int LINES_OF_ALL = 40;
    private static final List<String> NO_PULSE = List.of(" Pulse[", " VenueQuotes[", " VenueStatus[");
    private static final Pattern IDS =
            Pattern.compile("orderId=(\\d+)|childOrderId=(\\d+)|venueClOrdId=(W[A-Z0-9]+-[a-z0-9]+)");

    private final int steps;
    private final Sabotage sabotage;

    /**
     * Makes a runner.
     *
     * @param steps of each history.
     */
    public Simulations(final int steps) {
        this(steps, Sabotage.NONE);
    }

    Simulations(final int steps, final Sabotage sabotage) {
        this.steps = steps;
        this.sabotage = sabotage;
    }

    /**
     * Lives one history.
     *
     * @param seed of it.
     * @return what came of it.
     * @throws AssertionError if a law is broken: names seed, step and law, tells the history of the subject, and how to see it
     *     again.
     */
    public History run(final long seed) {
        try {
            return live(seed, false);
        } catch (final Violation violation) {
            throw new AssertionError(tell(seed), violation);
        }
    }

    /**
     * Lives one history and writes down all that happens, whether a law is broken or not.
     *
     * @param seed of it.
     * @param file to write to; what it held is gone.
     */
    public void trace(final long seed, final Path file) {
        inDirectory(directory -> {
            final Simulation simulation = new Simulation(seed, steps, directory, true, sabotage);
            try {
                simulation.run();
            } catch (final Violation violation) {
                simulation.trace().add("law", violation::getMessage);
            }
            try {
                return Files.write(file, simulation.trace().about(List.of(), Integer.MAX_VALUE));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private History live(final long seed, final boolean traced) {
        return inDirectory(directory -> new Simulation(seed, steps, directory, traced, sabotage).run());
    }

    private String tell(final long seed) {
        return inDirectory(directory -> {
            final Simulation again = new Simulation(seed, steps, directory, true, sabotage);
            try {
                again.run();
                return "seed " + seed + " broke a law and does not do so again: the simulation is not deterministic";
            } catch (final Violation violation) {
                return tell(seed, again, violation);
            }
        });
    }

    private String tell(final long seed, final Simulation simulation, final Violation violation) {
        final StringBuilder text = new StringBuilder();
        final Map<String, String> facts = simulation.facts();
        text.append("seed ")
                .append(seed)
                .append(", step ")
                .append(facts.get("step"))
                .append("\nlaw: ")
                .append(violation.law())
                .append("\nseen: ")
                .append(violation.getMessage());
        facts.forEach(
                (name, fact) -> text.append("\n  ").append(name).append(": ").append(fact));
        if (!violation.subject().isEmpty()) {
            final List<String> words = words(simulation.trace(), violation.subject());
            text.append("\nthe history of ").append(words).append(":");
            simulation
                    .trace()
                    .about(words, LINES_OF_SUBJECT)
                    .forEach(line -> text.append("\n").append(line));
        }
        text.append("\nwhat happened last:");
        simulation
                .trace()
                .about(List.of(), NO_PULSE, LINES_OF_ALL)
                .forEach(line -> text.append("\n").append(line));
        text.append("\nagain: ./gateway simulate --histories 1 --seed ")
                .append(seed)
                .append(" --steps ")
                .append(steps);
        return text.toString();
    }

    /** A ClOrdID, and the ids that stand in the lines with it. */
    private static List<String> words(final Trace trace, final String subject) {
        final TreeSet<String> words = new TreeSet<>();
        words.add("=" + subject + ",");
        words.add("=" + subject + "|");
        words.add(" " + subject + " ");
        for (final String line : trace.about(new ArrayList<>(words), LINES_OF_SUBJECT)) {
            final Matcher matcher = IDS.matcher(line);
            while (matcher.find()) {
                if (!matcher.group().matches(".*=0")) {
                    words.add(matcher.group() + ",");
                }
            }
        }
        return new ArrayList<>(words);
    }

    @FunctionalInterface
    private interface InDirectory<T> {
        T run(Path directory);
    }

    /** Send logs are real files; where the machine has a file system in memory they lie there. */
    private static <T> T inDirectory(final InDirectory<T> work) {
        final Path directory = RunDirectories.inMemory("weir-simulation");
        try {
            return work.run(directory);
        } finally {
            RunDirectories.delete(directory);
        }
    }
}
