package io.weir.benchmarks;

import io.weir.app.Subcommand;
import io.weir.benchmarks.endtoend.BurstCommand;
import io.weir.benchmarks.endtoend.RoundtripCommand;
import io.weir.benchmarks.endtoend.SingleCommand;
import io.weir.benchmarks.endtoend.SteadyCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gateway bench}: measures the gateway on this machine; each of its subcommands is one measurement. */
@Command(
        name = "bench",
        description = "Measure the gateway on this machine, with baselines beside it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BurstCommand.class, SteadyCommand.class, SingleCommand.class, RoundtripCommand.class})
public final class BenchCommand implements Subcommand {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command.");
    }
}
