package io.weir.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class IdlePolicyTest {
    private static final String SCHED_OTHER = "0";
    private static final String SCHED_IDLE = "5";

    @Test
    void shouldTakeTheCallersThreadAlone() throws Exception {
        assumeTrue(hasChrt(), "no util-linux here");
        final String policy = CompletableFuture.supplyAsync(
                        () -> {
                            IdlePolicy.take();
                            return policyOfThisThread();
                        },
                        task -> new Thread(task).start())
                .join();
        assertEquals(SCHED_IDLE, policy);
        assertEquals(SCHED_OTHER, policyOfThisThread());
    }

    private static String policyOfThisThread() {
        try {
            final String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[38];
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasChrt() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("chrt", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (final IOException e) {
            return false;
        }
    }
}
