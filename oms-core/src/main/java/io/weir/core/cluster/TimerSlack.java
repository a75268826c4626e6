package io.weir.core.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets short sleeps of a thread be short. Linux adds 50 us to every timer of a thread unless it is told otherwise, so a duty
 * cycle that parks for a microsecond is away for fifty; spinning instead takes the processor from the thread that it waits
 * for. Where the system has no such setting, sleeps are as long as they were.
 */
public final class TimerSlack {
    private static final Path OWN = Path.of("/proc/thread-self/timerslack_ns");
    private static final String SHORTEST_NS = "1";

    private TimerSlack() {}

    /** Called by a thread for itself, once, when it begins. */
    public static void shorten() {
        try {
            if (Files.isWritable(OWN)) {
                Files.writeString(OWN, SHORTEST_NS);
            }
        } catch (final IOException e) {
            // the system does not allow it: as if it had no such setting
        }
    }
}
