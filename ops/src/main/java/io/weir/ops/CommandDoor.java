package io.weir.ops;

import io.weir.protocol.command.Command;
import java.util.concurrent.CompletionStage;

/** Where an operator's commands go on their way to the core. Called on the HTTP thread, so it must not block. */
@FunctionalInterface
public interface CommandDoor {
    /**
     * Says a command.
     *
     * @param command for example a kill switch.
     * @return completes, on any thread, with {@code ""} when the core has taken it and with the core's own words, naming
     *     field, value and bound, when the core has refused it; fails if it cannot be said at all.
     */
    CompletionStage<String> say(Command command);
}
