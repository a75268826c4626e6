package io.weir.core.cluster;

import java.util.function.LongSupplier;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;

/** Works another agent at most once in a while, however often it is worked itself. For one thread at a time. */
final class RareAgent implements Agent {
    private final AgentInvoker agent;
    private final long intervalNs;
    private final LongSupplier nanoClock;
    private long lastNs;

    RareAgent(final AgentInvoker agent, final long intervalNs, final LongSupplier nanoClock) {
        this.agent = agent;
        this.intervalNs = intervalNs;
        this.nanoClock = nanoClock;
        this.lastNs = nanoClock.getAsLong() - intervalNs;
    }

    /**
     * Makes an invoker of such an agent.
     *
     * @param agent      that is worked; who closes it is not changed by this.
     * @param intervalNs the least time from one turn of it to the next.
     * @param errors     hears what it throws.
     * @return the invoker, started.
     */
    static AgentInvoker invoker(final AgentInvoker agent, final long intervalNs, final ErrorHandler errors) {
        final AgentInvoker rare = new AgentInvoker(errors, null, new RareAgent(agent, intervalNs, System::nanoTime));
        rare.start();
        return rare;
    }

    @Override
    public int doWork() {
        final long nowNs = nanoClock.getAsLong();
        if (nowNs - lastNs < intervalNs) {
            return 0;
        }
        lastNs = nowNs;
        return agent.invoke();
    }

    @Override
    public String roleName() {
        return "rare";
    }
}
