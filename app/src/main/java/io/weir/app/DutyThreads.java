package io.weir.app;

import io.weir.core.cluster.Bed;
import io.weir.core.cluster.Node;
import io.weir.core.cluster.TimerSlack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.IdleStrategy;

/**
 * The threads of the gateway's duty cycles; nobody else starts any for them. Closed in the reverse order of their start. An
 * agent that throws is our fault: the whole process is stopped with a written reason, and the next start carries on.
 */
final class DutyThreads implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
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
        start(name, idle, Thread.NORM_PRIORITY, () -> {}, agents);
    }

    /**
     * Gives some agents a thread that gives way to those before the log, as far as the JVM is told to heed priorities: what an
     * order needs until its New comes first, what becomes of it then waits a little while there is too much of both. Threads
     * that such a thread makes are like it.
     *
     * @param name   of the thread.
     * @param idle   how the thread waits when none of them has work.
     * @param agents that share it, in the order of their turns.
     */
    void startBehind(final String name, final IdleStrategy idle, final List<? extends Agent> agents) {
        start(name, idle, Thread.MIN_PRIORITY, () -> {}, agents);
    }

    /**
     * Gives some agents a thread that runs while nobody else on the machine wants to, for what nobody waits for.
     *
     * @param name   of the thread.
     * @param idle   how the thread waits when none of them has work.
     * @param agents that share it, in the order of their turns.
     */
    void startLast(final String name, final IdleStrategy idle, final List<? extends Agent> agents) {
        start(name, idle, Thread.MIN_PRIORITY, IdlePolicy::take, agents);
    }

    private void start(
            final String name,
            final IdleStrategy idle,
            final int priority,
            final Runnable first,
            final List<? extends Agent> agents) {
        final Agent agent = agents.size() == 1 ? agents.get(0) : new CompositeAgent(agents);
        final AgentRunner runner = new AgentRunner(idle, cause -> failure.onFailure(name, cause), null, agent);
        running.push(runner);
        final Thread thread = new Thread(
                () -> {
                    TimerSlack.shorten();
                    first.run();
                    runner.run();
                },
                name);
        thread.setDaemon(true);
        thread.setPriority(priority);
        AgentRunner.startOnThread(runner, task -> thread);
    }

    /**
     * Has an agent run on the node's own thread, where the layout has one; else gives it a thread.
     *
     * @param node  of this process, if it has one.
     * @param name  of the agent, and of its thread if it gets one.
     * @param idle  makes the strategy of that thread.
     * @param agent must never block.
     * @param bed   where whichever thread it is sleeps.
     */
    void startBeside(
            final Optional<Node> node,
            final String name,
            final Function<Bed, IdleStrategy> idle,
            final Agent agent,
            final Bed bed) {
        final Optional<AutoCloseable> place = node.flatMap(host -> host.host(new Guest(name, agent), bed));
        if (place.isPresent()) {
            running.push(place.get());
        } else {
            start(name, idle.apply(bed), List.of(agent));
        }
    }

    @Override
    public void close() {
        CloseHelper.closeAll(running);
        running.clear();
    }

    /** An agent on a thread that is not its own: what it throws is its own end, not that of the others there. */
    private final class Guest implements Agent {
        private final String name;
        private final Agent agent;

        Guest(final String name, final Agent agent) {
            this.name = name;
            this.agent = agent;
        }

        @Override
        public void onStart() {
            agent.onStart();
        }

        @Override
        public int doWork() {
            try {
                return agent.doWork();
            } catch (final Throwable e) {
                failure.onFailure(name, e);
                return 0;
            }
        }

        @Override
        public void onClose() {
            agent.onClose();
        }

        @Override
        public String roleName() {
            return name;
        }
    }
}
