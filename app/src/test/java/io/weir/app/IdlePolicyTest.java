package io.weir.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class IdlePolicyTest {
    private static final String SCHED_OTHER = "0";
    private static final String SCHED_IDLE = "5";

    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void needsItsTools() throws Exception {
        assumeTrue(run("chrt", "--version") == 0 && run("renice", "--version") == 0, "no util-linux here");
    }

    @Test
    void shouldTakeThreadsOfTheLowestPriorityAlone() throws Exception {
        final String nice = startThread();
        final String usual = startThread();
        assertEquals(0, run("renice", "-n", "10", "-p", nice));

        final IdlePolicy policy = new IdlePolicy();
        assertEquals(1, policy.doWork());
        assertEquals(SCHED_IDLE, policyOf(nice));
        assertEquals(SCHED_OTHER, policyOf(usual));
        assertEquals(0, policy.doWork(), "nothing is left to do");

        final String later = startThread();
        assertEquals(0, run("renice", "-n", "10", "-p", later));
        assertEquals(1, policy.doWork());
        assertEquals(SCHED_IDLE, policyOf(later));
        end.countDown();
    }

    private String startThread() {
        final CompletableFuture<String> id = new CompletableFuture<>();
        final Thread thread = new Thread(() -> {
            try {
                id.complete(
                        Path.of("/proc/thread-self").toRealPath().getFileName().toString());
                end.await();
            } catch (final IOException | InterruptedException e) {
                id.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return id.join();
    }

    private static String policyOf(final String thread) throws IOException {
        final String stat = Files.readString(Path.of("/proc/self/task", thread, "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[38];
    }

    private static int run(final String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (final IOException e) {
            return -1;
        }
    }
}
