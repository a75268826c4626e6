package io.weir.benchmarks.figure;

import io.weir.benchmarks.process.RunFailed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that measures and then tells all that it has found. Runs on the main thread. */
public abstract class MeasuringCommand implements Callable<Integer> {
    @Mixin
    private ReportOptions reportOptions;

    @Spec
    private CommandSpec spec;

    /** Made by the command line. */
    protected MeasuringCommand() {}

    /**
     * Measures.
     *
     * @param report gets what is found, in the order in which it is to be told.
     * @return whether all is as it has to be; else the command fails, once it has told what it found.
     * @throws RunFailed if there is nothing to tell: the command says why, and fails.
     */
    protected abstract boolean measure(FigureReport report) throws Exception;

    /** {@return the command as it stands on the command line} */
    protected final CommandSpec spec() {
        return spec;
    }

    @Override
    public final Integer call() throws Exception {
        final FigureReport report = reportOptions.begin(spec);
        try {
            final boolean isWell = measure(report);
            reportOptions.tell(report, spec.commandLine().getOut());
            return isWell ? 0 : spec.exitCodeOnExecutionException();
        } catch (final RunFailed e) {
            spec.commandLine().getErr().println("bench: " + e.getMessage());
            return spec.exitCodeOnExecutionException();
        }
    }
}
