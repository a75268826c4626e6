package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.NoOpIdleStrategy;
import org.junit.jupiter.api.Test;

class WatchedThreadsTest {
    private final CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final ThreadFactory threads = new WatchedThreads(work -> new Thread(work, "part"), (name, cause) -> {
        thrown.complete(cause);
        ended.complete(name);
    });

    @Test
    void shouldTellWhatAThreadHasDiedOf() throws Exception {
        final IllegalStateException fault = new IllegalStateException("broken");
        threads.newThread(() -> {
                    throw fault;
                })
                .start();
        assertSame(fault, thrown.get(20, TimeUnit.SECONDS));
        assertEquals("part", ended.get(20, TimeUnit.SECONDS));
    }

    /** This is how a service whose snapshot cannot be read ends: its runner reports the error and returns. */
    @Test
    void shouldTellOfAnAgentThatCouldNotStart() throws Exception {
        final AgentRunner runner = new AgentRunner(NoOpIdleStrategy.INSTANCE, error -> {}, null, new Agent() {
            @Override
            public void onStart() {
                throw new IllegalStateException("snapshot ended unexpectedly");
            }

            @Override
            public int doWork() {
                return 0;
            }

            @Override
            public String roleName() {
                return "part";
            }
        });
        AgentRunner.startOnThread(runner, threads);
        assertEquals("part", ended.get(20, TimeUnit.SECONDS));
        assertNull(thrown.get(20, TimeUnit.SECONDS));
        runner.close();
    }
}
