package io.weir.benchmarks.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The orders of one round, told apart by ClOrdID(11): what was sent when, and what each has become. One thread sends, one hears
 * reports; the figures are for whoever waits once {@link #news} or {@link #filled} says that all is here.
 */
public final class Orders {
    private static final int REFUSALS_SHOWN = 3;
    private static final long HIGHEST_NS = 120_000_000_000L;
    private static final int DIGITS = 3;
    private static final byte NEW = 1;
    private static final byte FILLED = 2;

    private final byte[] prefix;
    private final OrderTerms terms;
    private final byte[] seen;
    private final AtomicLongArray plannedNs;
    private final AtomicLongArray sentNs;
    private final Histogram plannedToNew = new Histogram(HIGHEST_NS, DIGITS);
    private final Histogram sentToNew = new Histogram(HIGHEST_NS, DIGITS);
    private final Histogram plannedToFilled = new Histogram(HIGHEST_NS, DIGITS);
    private final Histogram plannedToSent = new Histogram(HIGHEST_NS, DIGITS);
    private final Map<String, Long> tradesByVenue = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final Thread waiting = Thread.currentThread();
    private final boolean wakesAtEach;
    private int refused;
    private int doubled;
    private int strangers;
    private volatile long lastReportNs;
    private volatile int news;
    private volatile int filled;

    /**
     * Orders of which none is sent yet; made by the thread that sends and waits.
     *
     * @param prefix      begins each ClOrdID; not used before on this session.
     * @param count       how many.
     * @param terms       what they are.
     * @param wakesAtEach whether the thread is unparked at every New, or only at the last.
     */
    public Orders(final String prefix, final int count, final OrderTerms terms, final boolean wakesAtEach) {
        this.prefix = prefix.getBytes(StandardCharsets.US_ASCII);
        this.terms = terms;
        this.seen = new byte[count];
        this.plannedNs = new AtomicLongArray(count);
        this.sentNs = new AtomicLongArray(count);
        this.wakesAtEach = wakesAtEach;
    }

    /** {@return how many there are} */
    public int count() {
        return seen.length;
    }

    /** Writes one NewOrderSingle but its header and trailer, and notes when it was to leave and when it did. */
    void put(final FixWriter to, final int index, final long planned, final long nowNs, final long nowMs) {
        plannedNs.setPlain(index, planned);
        sentNs.setRelease(index, nowNs);
        plannedToSent.recordValue(Math.min(HIGHEST_NS, Math.max(0, nowNs - planned)));
        to.put(CL_ORD_ID).put(prefix).number(index).soh();
        terms.put(to, index);
        to.put(TRANSACT_TIME).time(nowMs).soh();
    }

    private static final byte[] CL_ORD_ID = FixWriter.fields("11=");
    private static final byte[] TRANSACT_TIME = FixWriter.fields("60=");

    /** One ExecutionReport has come. */
    void onReport(final Inbound report, final long nowNs) {
        final int index = report.clOrdIdBehind(prefix);
        if (index < 0 || index >= seen.length) {
            strangers++;
            return;
        }
        switch (report.execType()) {
            case '0' -> onNew(index, nowNs);
            case 'F' -> onTrade(report, index, nowNs);
            case '8', '4', 'C' -> onEnd(report);
            default -> {}
        }
    }

    private void onNew(final int index, final long nowNs) {
        if ((seen[index] & NEW) != 0) {
            doubled++;
            return;
        }
        seen[index] |= NEW;
        final long sent = sentNs.getAcquire(index);
        record(sentToNew, nowNs - sent);
        record(plannedToNew, nowNs - plannedNs.getPlain(index));
        lastReportNs = nowNs;
        final int now = news + 1;
        news = now;
        if (wakesAtEach || now == seen.length) {
            LockSupport.unpark(waiting);
        }
    }

    private void onTrade(final Inbound report, final int index, final long nowNs) {
        tradesByVenue.merge(report.lastMkt(), 1L, Long::sum);
        if (report.ordStatus() != '2') {
            return;
        }
        if ((seen[index] & FILLED) != 0) {
            doubled++;
            return;
        }
        seen[index] |= FILLED;
        record(plannedToFilled, nowNs - plannedNs.getPlain(index));
        lastReportNs = nowNs;
        final int now = filled + 1;
        filled = now;
        if (now == seen.length) {
            LockSupport.unpark(waiting);
        }
    }

    private void onEnd(final Inbound report) {
        refused++;
        if (refusals.size() < REFUSALS_SHOWN) {
            refusals.add(report.toString());
        }
        if (refused > seen.length / 2) {
            throw new LoadException("most orders are refused, as " + report);
        }
    }

    private static void record(final Histogram histogram, final long ns) {
        histogram.recordValue(Math.min(HIGHEST_NS, Math.max(0, ns)));
    }

    /** {@return orders that ExecutionReport New has come for} */
    public int news() {
        return news;
    }

    /** {@return orders that are filled whole} */
    public int filled() {
        return filled;
    }

    /** {@return when the last New or the last whole fill came, in ns of {@link System#nanoTime}} */
    public long lastReportNs() {
        return lastReportNs;
    }

    /** {@return reports that say a second time what may be said once} */
    public int doubled() {
        return doubled;
    }

    /** {@return reports of orders that are not of this round} */
    public int strangers() {
        return strangers;
    }

    /** {@return orders rejected, canceled or expired} */
    public int refused() {
        return refused;
    }

    /** {@return the first reports of refusals, whole} */
    public List<String> refusals() {
        return refusals;
    }

    /** {@return trades by LastMkt(30)} */
    public Map<String, Long> tradesByVenue() {
        return tradesByVenue;
    }

    /** {@return ns from the planned send time to New} */
    public Histogram plannedToNew() {
        return plannedToNew;
    }

    /** {@return ns from the write to New} */
    public Histogram sentToNew() {
        return sentToNew;
    }

    /** {@return ns from the planned send time to the whole fill} */
    public Histogram plannedToFilled() {
        return plannedToFilled;
    }

    /** {@return ns that the client itself was late} */
    public Histogram plannedToSent() {
        return plannedToSent;
    }
}
