package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.ElectionState;
import io.aeron.driver.MediaDriver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.DynamicCompositeAgent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * The compact layout: one thread for all that an order passes on its way into the log and out of the journal. Media driver, archive,
 * service, consensus module and guests take turns on it, and none ever waits for another thread to wake up.
 *
 * <p>The thread is the service's, for Aeron's container has no invoker; its idle strategy is the way in ({@link #idleStrategy}):
 * behind each duty cycle of the service, and wherever the service waits, the others have their turn. Two things bind them:
 * <ul>
 *   <li>The archive's sessions belong to the thread that opened them, so archive and driver never leave this one. Whoever waits
 *       for them here works them meanwhile; whoever waits elsewhere just waits ({@link #onlyHere}).
 *   <li>In an election the consensus module waits for the service. So consensus module and guests live on a thread of their own
 *       ({@link #home()}) from launch to close, and are lent to this one while no election is on.
 * </ul>
 *
 * <p>While more comes than one thread can work they go back too: then two threads share it, and what is handed from one to the other
 * is many messages at once.
 */
final class NodeThread {
    /** Work in every turn for so long is a flood: more comes than one thread can work. */
    private static final long FLOOD_NS = 2_000_000L;

    /** So few messages of consensus module and guests in {@link #FLOOD_NS} are the end of it. */
    private static final int EBB_MESSAGES = 300;

    private final MediaDriver driver;
    private final Archive archive;
    private final Aeron client;
    private final AgentInvoker archiveInvoker;
    private final NodeContexts contexts;
    private final ErrorHandler errors;
    private final Runnable onTermination;
    private final DynamicCompositeAgent guests = new DynamicCompositeAgent("weir-guests");
    private final CompletableFuture<ConsensusModule> launched = new CompletableFuture<>();
    private final Home home = new Home();
    private final Bed parked = Bed.parked();

    /** Whoever works consensus module and guests holds it. */
    private final AtomicBoolean consensusAtWork = new AtomicBoolean();

    /** Whether this thread is to work consensus module and guests. */
    private volatile boolean isLent;

    /** Of a guest that hears of its work where the thread sleeps; else just parked. */
    private volatile Bed guestBed = parked;

    /** Whether nobody needs archive and driver any more. */
    private volatile boolean isOver;

    /** Whether each turn since {@link #restlessSinceNs} has found work. */
    private boolean isRestless;

    private long restlessSinceNs;

    private volatile Thread self;
    private volatile Thread homeThread;
    private AgentInvoker consensusInvoker;
    private AtomicCounter electionState;
    private boolean hasConsensusEnded;

    /**
     * What the service's thread has to work beside the service.
     *
     * @param driver        launched, nobody else invokes it.
     * @param archive       launched, on that driver; nobody else invokes it once the service has started.
     * @param client        of the service, on that driver.
     * @param contexts      for the consensus module.
     * @param errors        hears what guests and consensus module throw.
     * @param onTermination hears of a part that has ended by itself.
     */
    NodeThread(
            final MediaDriver driver,
            final Archive archive,
            final Aeron client,
            final NodeContexts contexts,
            final ErrorHandler errors,
            final Runnable onTermination) {
        this.driver = driver;
        this.archive = archive;
        this.client = client;
        this.archiveInvoker = archive.invoker();
        this.contexts = contexts;
        this.errors = errors;
        this.onTermination = onTermination;
        home.driverInvoker = onlyHere(driver.sharedAgentInvoker());
        home.archiveInvoker = onlyHere(archiveInvoker);
    }

    /** Waits for the launch; {@return the consensus module} */
    ConsensusModule awaitConsensusModule() {
        try {
            return launched.join();
        } catch (final CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Makes this thread: when the service has ended on it, archive and driver go on there until {@link #end()}, for the consensus
     * module and its close need them; then they are closed.
     *
     * @param threads makes threads.
     * @return makes one that goes on.
     */
    ThreadFactory goingOn(final ThreadFactory threads) {
        return service -> threads.newThread(() -> {
            service.run();
            goOn();
        });
    }

    private void goOn() {
        final IdleStrategy idle = IdleConfig.COLD.newStrategy();
        while (!isOver && !archiveInvoker.isClosed()) {
            idle.idle(work());
        }
        CloseHelper.quietCloseAll(client, archive, driver);
    }

    /** The thread ends when the service has: call it behind the close of the consensus module. */
    void end() {
        isOver = true;
    }

    /** {@return what the thread that is their home does: it launches the consensus module, and closes it; start it behind the service} */
    Agent home() {
        return home;
    }

    /** {@return how the thread that is their home waits} */
    IdleStrategy idleStrategyOfHome(final IdleStrategy wait) {
        return new Waiting(wait) {
            @Override
            public void idle(final int workCount) {
                if (!isLent) {
                    wait.idle(workCount);
                }
            }
        };
    }

    /**
     * How the service waits.
     *
     * @param wait when nobody has anything to do.
     * @return for the service's container, and this thread alone.
     */
    IdleStrategy idleStrategy(final IdleStrategy wait) {
        return new Waiting(wait) {
            @Override
            public void idle(final int workCount) {
                final int total = workCount + work();
                noteFlood(total > 0);
                wait.idle(total);
            }
        };
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
                final Bed bed = isLent ? guestBed : parked;
                bed.sleep(Math.min(ns, Sleepers.LONGEST_OF_TIMERS_NS));
            }

            @Override
            public void wake() {
                parked.wake();
                guestBed.wake();
            }
        };
    }

    /** One turn of all but the service. What is thrown may not come up in the midst of a command that waits. */
    private int work() {
        self = Thread.currentThread();
        final int workCount = archiveInvoker.invoke();
        if (archiveInvoker.isClosed()) {
            onTermination.run();
            throw new AgentTerminationException("archive and media driver have ended");
        }
        return isLent ? workCount + workOthers(true) : workCount;
    }

    private void noteFlood(final boolean hasWorked) {
        if (!hasWorked) {
            isRestless = false;
            return;
        }
        final long nowNs = System.nanoTime();
        if (!isRestless) {
            isRestless = true;
            restlessSinceNs = nowNs;
        } else if (isLent && nowNs - restlessSinceNs > FLOOD_NS) {
            giveBack();
        }
    }

    private void giveBack() {
        isLent = false;
        LockSupport.unpark(homeThread);
    }

    /** A turn of guests and consensus module, on this thread or on that which is their home. */
    private int workOthers(final boolean here) {
        if (!consensusAtWork.compareAndSet(false, true)) {
            return 0;
        }
        try {
            if (isLent != here) {
                return 0;
            }
            final int workCount = guests.doWork() + turnOfConsensus();
            return here && workCount > 0 ? workCount + commit() : workCount;
        } catch (final AgentTerminationException e) {
            throw e;
        } catch (final Exception e) {
            errors.onError(e);
            return 0;
        } finally {
            consensusAtWork.set(false);
        }
    }

    /**
     * What was appended is recorded and committed at once, so that the service finds it next. Aeron's consensus module notes its own
     * position behind reckoning what a majority has, so it commits what is recorded in its second turn after.
     */
    private int commit() {
        final int workCount = archiveInvoker.invoke() + (isLent ? turnOfConsensus() : 0);
        return workCount + (isLent ? turnOfConsensus() : 0);
    }

    /** Gives it back when an election begins: from then on it may not be worked here. */
    private int turnOfConsensus() {
        final int workCount = consensusInvoker.invoke();
        if (consensusInvoker.isClosed() && !hasConsensusEnded) {
            hasConsensusEnded =
                    true; // the end of the process is for others to decide: the rest goes on as long as it lives
            onTermination.run();
        }
        if (isLent && isElection()) {
            giveBack();
        }
        return workCount;
    }

    private boolean isElection() {
        return hasConsensusEnded || electionState.get() != ElectionState.CLOSED.code();
    }

    /** {@return an invoker that works another one on this thread, and does nothing on others} */
    private AgentInvoker onlyHere(final AgentInvoker invoker) {
        final AgentInvoker here = new AgentInvoker(errors, null, new Agent() {
            @Override
            public int doWork() {
                return Thread.currentThread() == self ? invoker.invoke() : 0;
            }

            @Override
            public String roleName() {
                return "here";
            }
        });
        here.start();
        return here;
    }

    /** Launches the consensus module, works it while there is an election, closes it. Archive and driver have to be at work. */
    private final class Home implements Agent {
        private AgentInvoker driverInvoker;
        private AgentInvoker archiveInvoker;
        private Aeron consensusClient;
        private ConsensusModule consensusModule;
        private int messagesInWindow;
        private long windowBeganNs;

        @Override
        public void onStart() {
            homeThread = Thread.currentThread();
            try {
                consensusClient = contexts.consensusClient(driverInvoker);
                consensusModule = ConsensusModule.launch(contexts.consensus(consensusClient, archiveInvoker));
                consensusInvoker = consensusModule.conductorAgentInvoker();
                electionState = consensusModule.context().electionStateCounter();
                guests.onStart();
                launched.complete(consensusModule);
            } catch (final Throwable e) {
                launched.completeExceptionally(e); // whoever launches closes the node
            }
        }

        @Override
        public int doWork() {
            if (consensusInvoker == null) {
                return 0;
            }
            if (isLent) {
                LockSupport.parkNanos(Sleepers.LONGEST_NS);
                beginWindow(System.nanoTime());
                return 0;
            }
            final int workCount = workOthers(false);
            messagesInWindow += workCount;
            final long nowNs = System.nanoTime();
            if (nowNs - windowBeganNs > FLOOD_NS) {
                if (messagesInWindow < EBB_MESSAGES && !isElection()) {
                    isLent = true;
                    parked.wake();
                }
                beginWindow(nowNs);
            }
            return workCount;
        }

        private void beginWindow(final long nowNs) {
            windowBeganNs = nowNs;
            messagesInWindow = 0;
        }

        /** The other thread lets go first, and works archive and driver on. */
        @Override
        public void onClose() {
            while (!consensusAtWork.compareAndSet(false, true)) {
                Thread.yield();
            }
            guests.onClose();
            CloseHelper.closeAll(consensusModule, consensusClient);
        }

        @Override
        public String roleName() {
            return "weir-consensus";
        }
    }

    /** What differs is what one waits for. */
    private abstract static class Waiting implements IdleStrategy {
        private final IdleStrategy wait;

        private Waiting(final IdleStrategy wait) {
            this.wait = wait;
        }

        @Override
        public final void idle() {
            idle(0);
        }

        @Override
        public final void reset() {
            wait.reset();
        }

        @Override
        public final String alias() {
            return "node";
        }
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
