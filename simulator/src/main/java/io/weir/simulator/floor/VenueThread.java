package io.weir.simulator.floor;

import java.util.function.Supplier;

/** Runs something on the thread that owns a venue's floor, or under the lock that stands for it. */
public interface VenueThread {
    /** Runs {@code task} there and waits for its answer; throws {@link IllegalStateException} if the venue is closed. */
    <T> T call(Supplier<T> task);
}
