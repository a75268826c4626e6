package io.weir.app;

import io.weir.app.operator.KillSwitchCommand;
import io.weir.app.operator.RecoverCommand;
import io.weir.app.query.ExecutionsCommand;
import io.weir.app.query.OrdersCommand;
import io.weir.config.ConfigException;
import io.weir.core.cluster.NodeRefusedException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line of the gateway; the JVM calls it once, on the main thread. */
@Command(
        name = "gateway",
        description = "Weir, a FIX order management gateway for crypto.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /** The gateway's own subcommands in the order that help lists them; those of other rooms ({@link Subcommand}) follow. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            RunCommand.class,
            OrdersCommand.class,
            ExecutionsCommand.class,
            KillSwitchCommand.class,
            RecoverCommand.class,
            HashPasswordCommand.class);

    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its options, as typed.
     */
    public static void main(final String[] args) {
        System.exit(commandLine().execute(args));
    }

    /**
     * The whole command line, ready to execute.
     *
     * @return a new command line; its exit codes are 0 done, 1 failed, 2 wrong usage.
     */
    static CommandLine commandLine() {
        final CommandLine commandLine = new CommandLine(new Main());
        COMMANDS.forEach(commandLine::addSubcommand);
        ServiceLoader.load(Subcommand.class).stream()
                .map(ServiceLoader.Provider::type)
                .forEach(commandLine::addSubcommand);
        commandLine.addSubcommand(HelpCommand.class);
        commandLine.setExecutionExceptionHandler(Main::tell);
        return commandLine;
    }

    /** What an operator can mend is told in words; anything else is our fault and is shown whole. */
    private static int tell(final Exception fault, final CommandLine command, final ParseResult parsed)
            throws Exception {
        if (fault instanceof ConfigException) {
            command.getErr().println(fault.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        if (fault instanceof GatewayException
                || fault instanceof NodeRefusedException
                || fault instanceof UncheckedIOException) {
            command.getErr().println("gateway: " + fault.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw fault;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command.");
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            final String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"weir " + (version == null ? "(not packaged)" : version)};
        }
    }
}
