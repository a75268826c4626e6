package io.weir.venue.agent;

import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueCounters;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what is due: cancels first, then orders and replaces in the order they were asked for. An intent is on file before
 * the bytes of an order or replace leave; a batch shares one write. Cancels need none: they may be repeated.
 */
final class OrderSender {
    /** Sends that share one write of the send log, and so the most of one duty cycle. */
    static final int MAX_BATCH = 64;

    private static final int MAX_CANCEL_BACKOFF = 16;

    private final VenueConfig config;
    private final VenueAdapter adapter;
    private final SendLog sendLog;
    private final WorkQueue work;
    private final Deadlines deadlines;
    private final OrderNews news;
    private final SendWindow window;
    private final Resolver resolver;
    private final VenueCounters counters;
    private final List<FollowedOrder> batch = new ArrayList<>(MAX_BATCH);
    private String cancelPrefix = "";
    private long cancels;

    OrderSender(
            final VenueConfig config,
            final VenueAdapter adapter,
            final SendLog sendLog,
            final WorkQueue work,
            final Deadlines deadlines,
            final OrderNews news,
            final SendWindow window,
            final Resolver resolver,
            final VenueCounters counters) {
        this.config = config;
        this.adapter = adapter;
        this.sendLog = sendLog;
        this.work = work;
        this.deadlines = deadlines;
        this.news = news;
        this.window = window;
        this.resolver = resolver;
        this.counters = counters;
    }

    /**
     * Cancels have ids of their own, unique over all starts of this edge.
     *
     * @param idPrefix of all our ids at venues.
     * @param start    names this start of the edge, as no other.
     */
    void begin(final String idPrefix, final String start) {
        cancelPrefix = idPrefix + "X" + start + "-";
    }

    /** {@return an id for a cancel that no other has} */
    String nextCancelClOrdId() {
        return cancelPrefix + Long.toString(++cancels, Character.MAX_RADIX);
    }

    /** {@return how many cancels were worked} */
    int sendCancels(final long nowNs) {
        int sent = 0;
        while (sent < MAX_BATCH) {
            final FollowedOrder order = work.pollCancel();
            if (order == null) {
                break;
            }
            if (!trySendCancel(order, nowNs)) {
                work.returnCancel(order);
                break;
            }
            sent++;
        }
        return sent;
    }

    private boolean trySendCancel(final FollowedOrder order, final long nowNs) {
        if (order.replace != null && order.replaceState == SendState.WAITING) {
            news.replaceRejected(order, "canceled before it was sent");
        }
        if (!adapter.tryCancel(order.toCancel(nextCancelClOrdId()))) {
            counters.throttled.incrementAndGet();
            return false;
        }
        counters.cancelsSent.incrementAndGet();
        order.cancelAsked = true;
        final int attempt = ++order.cancelTries;
        final long waitNs = config.answerTimeoutNs() * Math.min(MAX_CANCEL_BACKOFF, 1L << Math.min(attempt - 1, 10));
        deadlines.set(nowNs + waitNs, dueNs -> {
            if (order.cancelWanted && order.cancelAsked && order.cancelTries == attempt) {
                order.cancelAsked = false;
                work.offer(order);
            }
        });
        return true;
    }

    /**
     * Sends orders and replaces.
     *
     * @param nowNs by the agent's clock.
     * @return how many left.
     * @throws IOException if the send log cannot be written: nothing has left, all keep their places.
     */
    int sendOrders(final long nowNs) throws IOException {
        final int room = Math.min(Math.min(MAX_BATCH, window.room()), adapter.sendable());
        while (batch.size() < room) {
            final FollowedOrder order = work.pollSend();
            if (order == null) {
                break;
            }
            batch.add(order);
        }
        if (batch.isEmpty()) {
            return 0;
        }
        int sent = 0;
        try {
            writeIntents();
            while (sent < batch.size() && trySend(batch.get(sent), nowNs)) {
                sent++;
            }
        } finally {
            for (int i = batch.size() - 1; i >= sent; i--) {
                work.returnSend(batch.get(i));
            }
            batch.clear();
        }
        return sent;
    }

    private void writeIntents() throws IOException {
        for (final FollowedOrder order : batch) {
            if (order.orderDue() && !order.intentWritten) {
                sendLog.intent(order.childOrderId, 0);
            } else if (order.replaceDue() && !order.replaceIntentWritten) {
                sendLog.intent(order.childOrderId, order.replace.revision());
            }
        }
        sendLog.commit();
        for (final FollowedOrder order : batch) {
            if (order.orderDue()) {
                order.intentWritten = true;
            } else {
                order.replaceIntentWritten = true;
            }
        }
    }

    private boolean trySend(final FollowedOrder order, final long nowNs) {
        final boolean replace = !order.orderDue();
        final boolean left = replace ? adapter.tryReplace(order.toReplace()) : adapter.trySend(order.toOrder());
        if (!left) {
            counters.throttled.incrementAndGet();
            return false;
        }
        if (replace) {
            counters.replacesSent.incrementAndGet();
            order.replaceState = SendState.SENT;
            order.replaceSentNs = nowNs;
            resolver.onReplaceSent(order, nowNs);
        } else {
            counters.sent.incrementAndGet();
            order.state = SendState.SENT;
            window.onSent(order);
            order.sentNs = nowNs;
            resolver.onOrderSent(order);
        }
        return true;
    }
}
