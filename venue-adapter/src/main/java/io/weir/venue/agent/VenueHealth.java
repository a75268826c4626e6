package io.weir.venue.agent;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How soon a venue would answer the next order, and how much of what it is sent it answers in time. How soon: the median of
 * all answers in a window, so that a stall of our own, in which answers lie unread, is not taken for the venue's, and the
 * time that those need which wait to be sent before it. A venue that nothing was sent to for a while is told as it was at
 * its best: one bad second must not keep orders from it for ever.
 */
final class VenueHealth {
    /** Below this share a venue counts as degraded. */
    static final int DEGRADED_BELOW_BPS = 9_000;

    /** The shortest window: two of them pass between one status and the next. */
    static final long WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** The fewest answers of a window; it lasts until they have come. */
    static final int WINDOW_ANSWERS = 8;

    /** Fewer that wait are on their way out already. */
    static final int WAITING = 8;

    /** Windows of which the best is remembered. */
    static final int WINDOWS = 16;

    /** A figure is believed for so long without anything sent. */
    static final long QUIET_NS = TimeUnit.SECONDS.toNanos(5);

    private static final int ALL_BPS = 10_000;

    /** Each sample weighs 1/32: one timeout alone degrades nothing. */
    private static final int RELIABILITY_WEIGHT = 32;

    private static final long LEAST_NS = 1_000;
    private static final long MOST_NS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 2;
    private static final double HALF = 50;

    private final Histogram answers = new Histogram(LEAST_NS, MOST_NS, DIGITS);
    private final long[] medians = new long[WINDOWS];
    private int windows;
    private long answerNs;

    /** How long the venue takes for one more while orders wait for it, 0 if that is not known. */
    private long nextNs;

    /** Since it was told last. */
    private int answered;

    /** Whether anything was, since it was told last. */
    private boolean isAsked;

    private long toldNs;
    private long beganNs;
    private long quietSinceNs;
    private double reliabilityBps = ALL_BPS;

    void onSent() {
        isAsked = true;
    }

    void onAnswered(final long tookNs) {
        answered++;
        answers.recordValue(Math.max(0, Math.min(MOST_NS, tookNs)));
        reliabilityBps += (ALL_BPS - reliabilityBps) / RELIABILITY_WEIGHT;
    }

    void onUnanswered() {
        reliabilityBps -= reliabilityBps / RELIABILITY_WEIGHT;
    }

    /**
     * Tells how soon an order would be answered, and begins the next window if this one is over.
     *
     * @param waiting orders that wait to be sent.
     * @param nowNs   by the agent's clock.
     * @return ns, 0 while nothing is known.
     */
    long latencyNs(final int waiting, final long nowNs) {
        final long count = answers.getTotalCount();
        if (answerNs == 0 && count > 0) {
            answerNs = answers.getValueAtPercentile(HALF);
            beganNs = nowNs;
        } else if (count >= WINDOW_ANSWERS && nowNs - beganNs >= WINDOW_NS) {
            end(nowNs);
        }
        fade(waiting, nowNs);
        return answerNs + waitNs(waiting, nowNs);
    }

    /** By the pace of the answers since this was told last. */
    private long waitNs(final int waiting, final long nowNs) {
        if (waiting < WAITING) {
            nextNs = 0;
        } else if (answered > 0) {
            nextNs = (nowNs - toldNs) / answered;
        }
        answered = 0;
        toldNs = nowNs;
        return nextNs == 0 ? 0 : waiting * Math.min(nextNs, MOST_NS / waiting);
    }

    private void end(final long nowNs) {
        answerNs = answers.getValueAtPercentile(HALF);
        medians[windows++ % WINDOWS] = answerNs;
        answers.reset();
        beganNs = nowNs;
    }

    private void fade(final int waiting, final long nowNs) {
        if (isAsked || waiting > 0) {
            isAsked = false;
            quietSinceNs = nowNs;
        } else if (nowNs - quietSinceNs >= QUIET_NS) {
            for (int i = 0; i < Math.min(windows, WINDOWS); i++) {
                answerNs = Math.min(answerNs, medians[i]);
            }
        }
    }

    int reliabilityBps() {
        return (int) Math.round(reliabilityBps);
    }

    boolean isDegraded() {
        return reliabilityBps() < DEGRADED_BELOW_BPS;
    }
}
