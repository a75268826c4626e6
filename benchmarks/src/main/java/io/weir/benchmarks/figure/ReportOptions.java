package io.weir.benchmarks.figure;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options that every measuring command has, and how each of them tells what it found. */
public final class ReportOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to FILE, as JSON.")
    private Path json;

    /**
     * Begins a report.
     *
     * @param spec of the command at work.
     * @return a report that knows the command as it was typed.
     */
    public FigureReport begin(final CommandSpec spec) {
        return new FigureReport(Surroundings.now(typed(spec)));
    }

    /**
     * Prints a report, and writes it where that was asked for.
     *
     * @param report whole.
     * @param out    for the table.
     */
    public void tell(final FigureReport report, final PrintWriter out) {
        report.print(out);
        if (json != null) {
            report.writeJson(json);
        }
    }

    private static String typed(final CommandSpec spec) {
        final StringBuilder typed = new StringBuilder(spec.qualifiedName());
        final ParseResult parsed = spec.commandLine().getParseResult();
        if (parsed != null) {
            parsed.originalArgs().stream()
                    .skip(depth(spec))
                    .forEach(arg -> typed.append(' ').append(arg));
        }
        return typed.toString();
    }

    /** A parsed command holds the arguments of its parents too: as many words as there are parents below the program. */
    private static int depth(final CommandSpec spec) {
        int depth = 0;
        for (CommandSpec at = spec.parent(); at != null; at = at.parent()) {
            depth++;
        }
        return depth;
    }
}
