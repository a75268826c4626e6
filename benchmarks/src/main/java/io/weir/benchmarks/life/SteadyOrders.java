package io.weir.benchmarks.life;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Orders that leave one by one at a steady pace, whatever comes back, and when each was answered. One thread sends; the
 * client's reading thread hands reports in; figures are for when both are done.
 */
final class SteadyOrders {
    private static final String FIELDS = "|55=BTC-USD|54=1|38=0.0002|40=2|44=46000|59=1|60=20260101-00:00:00.000|";
    private static final double NS_PER_MS = 1e6;

    private final String prefix;
    private final long[] sentNs;
    private final AtomicLongArray answeredNs;
    private volatile int answered;
    private volatile int doubled;
    private volatile int refused;

    /**
     * Plans orders.
     *
     * @param prefix of ClOrdID(11), new to the session.
     * @param count  how many.
     */
    SteadyOrders(final String prefix, final int count) {
        this.prefix = prefix;
        this.sentNs = new long[count];
        this.answeredNs = new AtomicLongArray(count);
    }

    /** Takes an ExecutionReport; those of other orders are passed over. */
    void onReport(final byte[] report) {
        final String clOrdId = FixText.field(report, 11);
        if (!clOrdId.startsWith(prefix)) {
            return;
        }
        final int index = Integer.parseInt(clOrdId.substring(prefix.length()));
        switch (FixText.field(report, 150)) {
            case "0" -> onAnswer(index);
            case "8" -> {
                refused++;
                onAnswer(index);
            }
            default -> {
                // fills and ends are not what is measured here
            }
        }
    }

    private void onAnswer(final int index) {
        if (answeredNs.get(index) != 0) {
            doubled++;
        } else {
            answeredNs.set(index, System.nanoTime());
            answered++;
        }
    }

    /**
     * Sends all of them, and calls something before one of them.
     *
     * @param client    that sends.
     * @param perSecond the pace.
     * @param at        index of that order.
     * @param before    is called once.
     */
    void send(final TalkingClient client, final int perSecond, final int at, final Runnable before) {
        final long beganNs = System.nanoTime();
        final long everyNs = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int i = 0; i < sentNs.length; i++) {
            final long dueNs = beganNs + i * everyNs;
            for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (i == at) {
                before.run();
            }
            sentNs[i] = dueNs;
            client.send("D", "11=" + prefix + i + FIELDS);
            client.flush();
            client.check();
        }
    }

    /** {@return whether every order is answered} */
    boolean isAnswered() {
        return answered == sentNs.length;
    }

    /** {@return orders with a New or a reject} */
    int answered() {
        return answered;
    }

    /** {@return answers beyond the first of an order} */
    int doubled() {
        return doubled;
    }

    /** {@return orders whose answer is a reject: no venue was up, or the market was beyond the collar} */
    int refused() {
        return refused;
    }

    /** {@return the longest time between two neighbouring answers, in ms} */
    double longestPauseMs() {
        long longest = 0;
        long last = 0;
        for (int i = 0; i < sentNs.length; i++) {
            final long atNs = answeredNs.get(i);
            if (last != 0 && atNs != 0) {
                longest = Math.max(longest, atNs - last);
            }
            last = atNs == 0 ? last : Math.max(last, atNs);
        }
        return longest / NS_PER_MS;
    }

    /** {@return from when each was due to its answer, in ms} */
    double latencyMs(final double percentile) {
        final Histogram histogram = new Histogram(3);
        for (int i = 0; i < sentNs.length; i++) {
            if (answeredNs.get(i) != 0) {
                histogram.recordValue(Math.max(0, answeredNs.get(i) - sentNs[i]));
            }
        }
        return histogram.getValueAtPercentile(percentile) / NS_PER_MS;
    }
}
