package io.weir.ops;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets a gateway that stands still after a loss of power go on. Called on the HTTP thread, so it must not block. */
@FunctionalInterface
public interface RecoveryDoor {
    /** The door of a gateway that has no way out of a hold. */
    RecoveryDoor NONE = request -> CompletableFuture.completedFuture(
            new Recovered(Recovered.Kind.REFUSED, List.of("this gateway cannot be recovered here")));

    /**
     * Recovers, or tells what that waits for.
     *
     * @param request how.
     * @return completes, on any thread, with what was done or what is missing; fails if that cannot be told.
     */
    CompletionStage<Recovered> recover(RecoveryRequest request);
}
