package io.weir.simulator.fault;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Stands between a venue and one customer's reports: passes them, holds them (silence), delays them or says them twice, always in
 * their order. Called on the venue's thread only.
 *
 * @param <T> a report ready to be sent.
 */
public final class ReportGate<T> {
    /** How many reports are held at most; beyond it the oldest is lost and counted, as at a venue that fell over. */
    public static final int MAX_HELD = 200_000;

    private final Faults faults;
    private final Consumer<T> out;
    private final ArrayDeque<Held<T>> queue = new ArrayDeque<>();
    private boolean silent;
    private long lost;

    /** @param out sends a report for good. */
    public ReportGate(final Faults faults, final Consumer<T> out) {
        this.faults = faults;
        this.out = out;
    }

    /**
     * Passes a report on, now or later, once or twice.
     *
     * @param execution whether it tells of a fill; only those are delayed or said twice, others wait behind them.
     */
    public void say(final T report, final boolean execution, final long nowMs) {
        final boolean twice = execution && faults.strikes(FaultKind.DUPLICATE_REPORT);
        long dueMs = nowMs;
        if (execution && faults.strikes(FaultKind.DELAY_REPORT)) {
            dueMs += faults.delayMs(FaultKind.DELAY_REPORT);
        }
        enter(report, dueMs, nowMs);
        if (twice) {
            enter(report, dueMs, nowMs);
        }
    }

    private void enter(final T report, final long dueMs, final long nowMs) {
        if (!silent && queue.isEmpty() && dueMs <= nowMs) {
            out.accept(report);
            return;
        }
        if (queue.size() >= MAX_HELD) {
            queue.poll();
            lost++;
        }
        queue.add(new Held<>(report, dueMs));
    }

    /** Lets out what is due; call it often. */
    public void release(final long nowMs) {
        while (!silent && !queue.isEmpty() && queue.peek().dueMs <= nowMs) {
            out.accept(queue.poll().report);
        }
    }

    /** Holds everything from now on. */
    public void silence() {
        silent = true;
    }

    /** Ends the silence and lets out all that was held, due or not. */
    public void speak() {
        silent = false;
        release(Long.MAX_VALUE);
    }

    /** Ends the silence and forgets all that was held: a venue without replay. */
    public void reset() {
        silent = false;
        lost += queue.size();
        queue.clear();
    }

    /** Whether reports are held without a time. */
    public boolean isSilent() {
        return silent;
    }

    /** How many reports wait. */
    public int held() {
        return queue.size();
    }

    /** How many reports were never said. */
    public long lost() {
        return lost;
    }

    private record Held<T>(T report, long dueMs) {}
}
