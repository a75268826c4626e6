package io.weir.app.operator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway kill-switch}. The fields go on as they were typed: the gateway says what is wrong with them. */
@Command(
        name = "kill-switch",
        description = "Stops or allows new orders and replaces of a running gateway; cancels always pass.",
        mixinStandardHelpOptions = true)
public final class KillSwitchCommand implements Callable<Integer> {
    private static final String ON = "on";
    private static final String OFF = "off";

    @Parameters(paramLabel = "on|off", description = "on stops, off allows.")
    private String turn;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            required = true,
            description = "ALL, ACCOUNT, VENUE or INSTRUMENT. An order passes if no switch stops it.")
    private String scope;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the account, venue or symbol; none for ALL.")
    private String name;

    @Option(names = "--cancel-open-orders", description = "With on: also cancel what is open.")
    private boolean cancelOpenOrders;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Who and why, at most 256 characters; it stands in the journal.")
    private String reason;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the gateway; data if not given.")
    private Path dataDir;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new Operating(spec, dataDir).post("/kill-switch", fields());
    }

    private Map<String, String> fields() {
        if (!ON.equals(turn) && !OFF.equals(turn)) {
            throw new ParameterException(spec.commandLine(), "'" + turn + "' is neither on nor off");
        }
        final Map<String, String> fields = new LinkedHashMap<>();
        fields.put("scope", scope);
        if (name != null) {
            fields.put("name", name);
        }
        fields.put("engaged", String.valueOf(ON.equals(turn)));
        if (cancelOpenOrders) {
            fields.put("cancelOpenOrders", "true");
        }
        fields.put("text", reason);
        return fields;
    }
}
