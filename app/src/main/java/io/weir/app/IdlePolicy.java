package io.weir.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux's policy {@code SCHED_IDLE}. A thread that is only nice is left on its processor for the rest of its slice, a millisecond and
 * more, when a thread of the order's way wakes up there; one of this policy is taken off it at once. Java cannot say so, hence
 * {@code chrt} of util-linux, which needs no right for it. Nobody but root can leave it again.
 */
final class IdlePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(IdlePolicy.class);
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final long PATIENCE_S = 5;

    private IdlePolicy() {}

    /** Puts the caller's thread under it; where that does not work, all stays as it is. */
    static void take() {
        if (!Files.exists(THIS_THREAD)) {
            return;
        }
        try {
            final String thread = THIS_THREAD.toRealPath().getFileName().toString();
            final Process chrt = new ProcessBuilder("chrt", "--idle", "--pid", "0", thread)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!chrt.waitFor(PATIENCE_S, TimeUnit.SECONDS) || chrt.exitValue() != 0) {
                LOG.info("tables give way to orders by a share only: chrt does not do it here");
            }
        } catch (final IOException e) {
            LOG.info("tables give way to orders by a share only: {}", e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt(); // the gateway ends
        }
    }
}
