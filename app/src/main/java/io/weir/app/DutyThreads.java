package io.weir.app;

import io.weir.core.cluster.TimerSlack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.IdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the gateway's duty cycles; nobody else starts any for them. Closed in the reverse order of their start. An
 * agent that throws is our fault: the whole process is stopped with a written reason, and the next start carries on.
 */
final class DutyThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DutyThreads.class);

    private final Deque<AgentRunner> runners = new ArrayDeque<>();
    private final Failure failure;

    /** What becomes of the process when a duty cycle throws. */
    @FunctionalInterface
    interface Failure {
        /**
         * Ends the process.
         *
         * @param agent name of the duty cycle.
         * @param cause what it threw.
         */
        void onFailure(String agent, Throwable cause);
    }

    DutyThreads(final Failure failure) {
        this.failure = failure;
    }

    /**
     * Gives some agents a thread.
     *
     * @param name   of the thread.
     * @param idle   how the thread waits when none of them has work.
     * @param agents that share it, in the order of their turns.
     */
    void start(final String name, final IdleStrategy idle, final List<? extends Agent> agents) {
        final Agent agent = agents.size() == 1 ? agents.get(0) : new CompositeAgent(agents);
        final AgentRunner runner = new AgentRunner(idle, cause -> failure.onFailure(name, cause), null, agent);
        runners.push(runner);
        final Thread thread = new Thread(
                () -> {
                    TimerSlack.shorten();
                    runner.run();
                },
                name);
        thread.setDaemon(true);
        AgentRunner.startOnThread(runner, task -> thread);
    }

    @Override
    public void close() {
        while (!runners.isEmpty()) {
            final AgentRunner runner = runners.pop();
            runner.close();
            LOG.debug("stopped {}", runner.agent().roleName());
        }
    }
}
