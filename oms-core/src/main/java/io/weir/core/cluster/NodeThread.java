package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.driver.MediaDriver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.DynamicCompositeAgent;
import org.agrona.concurrent.IdleStrategy;

/**
 * Media driver, archive and consensus module in one duty cycle, and guests with them: the compact layout. What comes in, is
 * ordered, recorded and committed there never waits for another thread to wake up. The consensus module is launched, run and
 * closed on this thread; where it waits for archive or service it keeps the archive running.
 */
final class NodeThread implements Agent {
    private final MediaDriver driver;
    private final Archive archive;
    private final NodeContexts contexts;
    private final Runnable onTermination;
    private final AgentInvoker archiveInvoker;
    private final DynamicCompositeAgent guests = new DynamicCompositeAgent("weir-guests");
    private final CompletableFuture<ConsensusModule> launched = new CompletableFuture<>();
    private final Bed parked = Bed.parked();

    /** Of a guest that hears of its work where the thread sleeps; else just parked. */
    private volatile Bed guestBed = parked;

    private Aeron consensusClient;
    private ConsensusModule consensusModule;
    private AgentInvoker consensusInvoker;
    private boolean hasConsensusEnded;

    /**
     * The thread's work; the thread launches the consensus module first.
     *
     * @param driver        launched, nobody else invokes it.
     * @param archive       launched, on that driver; nobody else invokes it.
     * @param contexts      for the consensus module.
     * @param onTermination hears of a part that has ended by itself.
     */
    NodeThread(
            final MediaDriver driver,
            final Archive archive,
            final NodeContexts contexts,
            final Runnable onTermination) {
        this.driver = driver;
        this.archive = archive;
        this.contexts = contexts;
        this.onTermination = onTermination;
        this.archiveInvoker = archive.invoker();
    }

    /** Waits for the launch; {@return the consensus module, on its thread} */
    ConsensusModule awaitConsensusModule() {
        try {
            return launched.join();
        } catch (final CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Takes in an agent of an edge; returns when it is among the others. For one thread at a time, not this one.
     *
     * @param agent that comes in.
     * @param bed   where the thread sleeps as long as the agent is here.
     * @return ends it; returns when it is closed.
     */
    AutoCloseable host(final Agent agent, final Bed bed) {
        final Guest guest = new Guest(agent);
        final IdleStrategy idle = IdleConfig.COLD.newStrategy();
        while (!guests.tryAdd(guest)) {
            idle.idle();
        }
        while (!guests.hasAddAgentCompleted()) {
            idle.idle();
        }
        guestBed = bed;
        return () -> {
            guestBed = parked;
            while (!guests.tryRemove(guest)) {
                idle.idle();
            }
            guest.closed.join();
        };
    }

    /** {@return where this thread sleeps: with a guest, or parked} */
    Bed bed() {
        return new Bed() {
            @Override
            public void sleep(final long ns) {
                guestBed.sleep(Math.min(ns, Sleepers.LONGEST_OF_TIMERS_NS));
            }

            @Override
            public void wake() {
                guestBed.wake();
            }
        };
    }

    @Override
    public void onStart() {
        try {
            consensusClient = contexts.consensusClient(driver);
            consensusModule = ConsensusModule.launch(contexts.consensus(consensusClient, archiveInvoker));
            consensusInvoker = consensusModule.conductorAgentInvoker();
            guests.onStart();
            launched.complete(consensusModule);
        } catch (final Throwable e) {
            launched.completeExceptionally(e); // whoever launches closes the node
        }
    }

    @Override
    public int doWork() throws Exception {
        int workCount = archiveInvoker.invoke();
        if (archiveInvoker.isClosed()) {
            onTermination.run();
            throw new AgentTerminationException("archive and media driver have ended");
        }
        if (consensusInvoker != null) {
            workCount += consensusInvoker.invoke();
            noteEndOfConsensus();
            workCount += guests.doWork();
        }
        return workCount;
    }

    /** The end of the process is for others to decide: archive and driver go on as long as it lives. */
    private void noteEndOfConsensus() {
        if (consensusInvoker.isClosed() && !hasConsensusEnded) {
            hasConsensusEnded = true;
            onTermination.run();
        }
    }

    @Override
    public void onClose() {
        guests.onClose();
        CloseHelper.closeAll(consensusModule, consensusClient, archive, driver);
    }

    @Override
    public String roleName() {
        return "weir-node";
    }

    /** An agent that tells when it is closed. */
    private static final class Guest implements Agent {
        private final Agent agent;
        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        Guest(final Agent agent) {
            this.agent = agent;
        }

        @Override
        public void onStart() {
            agent.onStart();
        }

        @Override
        public int doWork() throws Exception {
            return agent.doWork();
        }

        @Override
        public void onClose() {
            try {
                agent.onClose();
            } finally {
                closed.complete(null);
            }
        }

        @Override
        public String roleName() {
            return agent.roleName();
        }
    }
}
