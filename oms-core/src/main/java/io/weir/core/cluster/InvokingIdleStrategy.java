package io.weir.core.cluster;

import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.IdleStrategy;

/**
 * Waits for something that another agent of the same thread has to do: works that agent, and waits only when it has nothing to
 * do. For the one thread of both.
 */
final class InvokingIdleStrategy implements IdleStrategy {
    private final AgentInvoker other;
    private final IdleStrategy wait;

    /**
     * Waits as another strategy does.
     *
     * @param other is worked first.
     * @param wait  when it has nothing to do.
     */
    InvokingIdleStrategy(final AgentInvoker other, final IdleStrategy wait) {
        this.other = other;
        this.wait = wait;
    }

    @Override
    public void idle(final int workCount) {
        wait.idle(workCount + other.invoke());
    }

    @Override
    public void idle() {
        idle(0);
    }

    @Override
    public void reset() {
        wait.reset();
    }

    @Override
    public String alias() {
        return "invoking";
    }
}
