package io.weir.app.operator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway recover}. The fields go on as they were typed: the gateway says what is wrong with them. */
@Command(
        name = "recover",
        description = {
            "Lets a running gateway go on that is held because the machine lost power: waits until every venue is",
            "reconciled, raises the numbers of every session, and tells what it found and did."
        },
        mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {
    @Option(
            names = "--raise-numbers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Raise every session's next MsgSeqNum(34) by N, more than clients can have seen of what was"
                    + " lost; ${DEFAULT-VALUE} if not given.")
    private String raiseNumbers;

    @Option(
            names = "--cancel-unknown",
            description = "Cancel orders that are open at a venue under our ids and that the core does not know."
                    + " Otherwise they are only shown.")
    private boolean cancelUnknown;

    @Option(
            names = "--without",
            paramLabel = "VENUE",
            description = "Do not wait for this venue; what is in doubt there stays so. May be given again.")
    private List<String> without = List.of();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "recovered by an operator",
            description = "Who and why, at most 256 characters; it stands in the journal.")
    private String reason;

    @Option(
            names = "--patience",
            paramLabel = "S",
            defaultValue = "60",
            description = "Give up after so many seconds; nothing is changed then. ${DEFAULT-VALUE} if not given.")
    private int patienceS;

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
        final Map<String, String> fields = new LinkedHashMap<>();
        fields.put("raiseNumbers", raiseNumbers);
        if (cancelUnknown) {
            fields.put("cancelUnknown", "true");
        }
        if (!without.isEmpty()) {
            fields.put("without", String.join(",", without));
        }
        fields.put("text", reason);
        return new Operating(spec, dataDir).postUntilDone("/recover", fields, Duration.ofSeconds(patienceS));
    }
}
