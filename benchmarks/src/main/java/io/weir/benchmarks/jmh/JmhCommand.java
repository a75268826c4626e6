package io.weir.benchmarks.jmh;

import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.MeasuringCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gateway bench jmh}: runs the microbenchmarks, each in JVMs of its own. Runs on the main thread. */
@Command(
        name = "jmh",
        description = "Run the JMH microbenchmarks of codecs, core and router.",
        mixinStandardHelpOptions = true)
public final class JmhCommand extends MeasuringCommand {
    /** What Agrona needs of the JDK; a fork does not inherit what only the launcher's JVM was told. */
    private static final String[] FORK_ARGS = {
        "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED", "--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED"
    };

    @Parameters(
            arity = "0..1",
            paramLabel = "PATTERN",
            defaultValue = "io.weir.benchmarks.jmh.*",
            description = "A regular expression for the names of the benchmarks (default: all).")
    private String pattern;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "2",
            description = "JVMs for each benchmark; 0 runs in this one (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "Measured iterations in each JVM, and as many before them (default: as each is annotated).")
    private Integer iterations;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "1",
            description = "Length of an iteration (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    protected boolean measure(final FigureReport report) throws RunnerException {
        final Collection<RunResult> results = new Runner(options().build()).run();
        results.forEach(result -> report.add(figures(result)));
        return !results.isEmpty();
    }

    private ChainedOptionsBuilder options() {
        final ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .jvmArgsAppend(FORK_ARGS)
                .forks(forks)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true);
        if (iterations != null) {
            options.warmupIterations(iterations).measurementIterations(iterations);
        }
        return options;
    }

    private static List<Figure> figures(final RunResult result) {
        final List<Figure> figures = new ArrayList<>();
        final Result<?> score = result.getPrimaryResult();
        final String name = name(result);
        figures.add(Figure.of(name, score.getScore(), score.getScoreUnit()));
        if (score.getSampleCount() > 0
                && result.getParams().getMode().shortLabel().equals("sample")) {
            figures.add(Figure.of(name + ", p99", score.getStatistics().getPercentile(99), score.getScoreUnit()));
        }
        return figures;
    }

    /** The class, the method and the parameters, without the package. */
    private static String name(final RunResult result) {
        final String[] parts = result.getParams().getBenchmark().split("\\.");
        final StringBuilder name = new StringBuilder(parts[parts.length - 2] + '.' + parts[parts.length - 1]);
        result.getParams()
                .getParamsKeys()
                .forEach(key -> name.append(' ')
                        .append(key)
                        .append('=')
                        .append(result.getParams().getParam(key)));
        return name.toString();
    }
}
