package io.weir.rest.report;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/**
 * The two lanes from the agent's thread to the event loop: orders, and what overtakes them (cancels and questions). Only so
 * many jobs run at once, some of them kept free of orders; what waits was promised to nobody but the agent, and is dropped
 * as not sent when the connection it was meant for is gone.
 */
public final class Lanes {
    /** Of the jobs that may run at once, one in this many is kept for what overtakes orders. */
    private static final int RESERVED_PART = 4;

    private record Waiting(Job job, long connection) {}

    private final OneToOneConcurrentArrayQueue<Waiting> orders;
    private final OneToOneConcurrentArrayQueue<Waiting> urgent;
    private final ArrayDeque<Waiting> followUps = new ArrayDeque<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Consumer<Runnable> loop;
    private final ReportOutlet outlet;
    private final BooleanSupplier isUp;
    private final int maxRunning;
    private int running;
    private boolean pumping;

    /**
     * Makes empty ones.
     *
     * @param maxRunning jobs at once, 4 and more; twice as many may wait in each lane.
     * @param loop       runs something on the event loop soon; any thread.
     * @param outlet     while it is clogged, nothing begins.
     * @param isUp       whether there is a connection; event loop.
     */
    public Lanes(
            final int maxRunning,
            final Consumer<Runnable> loop,
            final ReportOutlet outlet,
            final BooleanSupplier isUp) {
        this.maxRunning = maxRunning;
        this.loop = loop;
        this.outlet = outlet;
        this.isUp = isUp;
        this.orders = new OneToOneConcurrentArrayQueue<>(2 * maxRunning);
        this.urgent = new OneToOneConcurrentArrayQueue<>(2 * maxRunning);
    }

    /** {@return false if the lane is full; the agent's thread only} */
    public boolean offerOrder(final Job job) {
        return offer(orders, job);
    }

    /** As {@link #offerOrder}, for a job that overtakes orders. */
    public boolean offerUrgent(final Job job) {
        return offer(urgent, job);
    }

    private boolean offer(final OneToOneConcurrentArrayQueue<Waiting> lane, final Job job) {
        if (outlet.isClogged() || !lane.offer(new Waiting(job, outlet.connection()))) {
            return false;
        }
        if (woken.compareAndSet(false, true)) {
            loop.accept(this::onWoken);
        }
        return true;
    }

    /** {@return how many more orders fit; the agent's thread} */
    public int roomForOrders() {
        return outlet.isClogged() ? 0 : orders.remainingCapacity();
    }

    /** {@return how many more urgent jobs fit; the agent's thread} */
    public int roomForUrgent() {
        return outlet.isClogged() ? 0 : urgent.remainingCapacity();
    }

    /** Adds a job that another one led to; event loop only. Jobs add few each, so they are bounded by what runs. */
    public void follow(final Job job) {
        followUps.add(new Waiting(job, outlet.connection()));
    }

    private void onWoken() {
        woken.set(false);
        pump();
    }

    /** Begins what may begin; event loop only. */
    public void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            begin();
        } finally {
            pumping = false;
        }
    }

    private void begin() {
        while (running < maxRunning && !outlet.isClogged()) {
            final Waiting next = next();
            if (next == null) {
                return;
            }
            if (!isUp.getAsBoolean() || next.connection != outlet.connection()) {
                next.job.drop("the connection is gone");
                continue;
            }
            running++;
            next.job.start(new Done());
        }
    }

    private Waiting next() {
        Waiting next = followUps.poll();
        if (next == null) {
            next = urgent.poll();
        }
        if (next == null && running < maxRunning - maxRunning / RESERVED_PART) {
            next = orders.poll();
        }
        return next;
    }

    /** {@return how many jobs run; event loop only} */
    public int running() {
        return running;
    }

    private final class Done implements Runnable {
        private boolean called;

        @Override
        public void run() {
            if (called) {
                throw new IllegalStateException("a job has ended twice");
            }
            called = true;
            running--;
            pump();
        }
    }
}
