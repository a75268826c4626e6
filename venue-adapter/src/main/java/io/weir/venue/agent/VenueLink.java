package io.weir.venue.agent;

import io.weir.protocol.command.VenueState;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueCounters;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Reconciled;
import io.weir.venue.request.VenueQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection as the agent sees it: after each one, the open orders and missed fills are asked for before anything new
 * flows. What the venue does not speak of is then asked for one by one.
 */
final class VenueLink {
    private static final Logger LOG = LoggerFactory.getLogger(VenueLink.class);

    /** A reconciliation that found something it could not ask is begun again after this. */
    private static final long AGAIN_NS = 500_000_000L;

    /** One that does not end is begun again after so many answer timeouts. */
    private static final int PATIENCE = 10;

    private final VenueConfig config;
    private final VenueAdapter adapter;
    private final FollowedOrders orders;
    private final Resolver resolver;
    private final UnknownOrders unknown;
    private final VenueCounters counters;
    private final WallClock wallClock;
    private VenueState state = VenueState.DOWN;
    private String text = "not connected yet";
    private boolean reconciled;
    private boolean asked;
    private long askAtNs;
    private boolean askAtOnce;
    private int reconciliation;

    VenueLink(
            final VenueConfig config,
            final VenueAdapter adapter,
            final FollowedOrders orders,
            final Resolver resolver,
            final UnknownOrders unknown,
            final VenueCounters counters,
            final WallClock wallClock) {
        this.config = config;
        this.adapter = adapter;
        this.orders = orders;
        this.resolver = resolver;
        this.unknown = unknown;
        this.counters = counters;
        this.wallClock = wallClock;
    }

    void onConnectionChanged(final ConnectionChanged report) {
        LOG.info("venue={} state={} was={} text={}", config.name(), report.state(), state, report.text());
        final boolean wasDown = state == VenueState.DOWN;
        state = report.state();
        text = VenueTexts.text(report.text());
        if (state == VenueState.DOWN) {
            reconciled = false;
            asked = false;
            resolver.mayAsk(false);
            resolver.onDisconnected(orders.iterator());
        } else if (wasDown) {
            askAtOnce = true;
        }
    }

    /** One duty cycle. {@return work done} */
    int doWork(final long nowNs) {
        if (state == VenueState.DOWN || reconciled) {
            return 0;
        }
        if (asked && nowNs - askAtNs < PATIENCE * config.answerTimeoutNs()) {
            return 0;
        }
        if (!asked && !askAtOnce && nowNs - askAtNs < 0) {
            return 0;
        }
        reconciliation++;
        unknown.clear();
        if (!adapter.tryReconcile(openOrders(nowNs))) {
            return 0;
        }
        LOG.info("venue={} reconciling {} orders", config.name(), orders.size());
        asked = true;
        askAtOnce = false;
        askAtNs = nowNs;
        return 1;
    }

    private List<VenueQuery> openOrders(final long nowNs) {
        final List<VenueQuery> open = new ArrayList<>(orders.size());
        for (final Iterator<FollowedOrder> all = orders.iterator(); all.hasNext(); ) {
            final FollowedOrder order = all.next();
            if (order.mayBeOpen()) {
                open.add(order.toQuery(sentTimeNs(order.sentNs, nowNs)));
            }
            if (order.replaceUnanswered()) {
                open.add(order.toReplaceQuery(sentTimeNs(order.replaceSentNs, nowNs)));
            }
        }
        return open;
    }

    private long sentTimeNs(final long sentNs, final long nowNs) {
        return sentNs == 0 ? 0 : wallClock.timeNs() - (nowNs - sentNs);
    }

    void onReconciled(final Reconciled report, final long nowNs) {
        if (!asked || reconciled) {
            return;
        }
        asked = false;
        if (!report.complete()) {
            LOG.warn("venue={} not reconciled: {}", config.name(), report.text());
            text = VenueTexts.text("not reconciled: " + report.text());
            askAtNs = nowNs + AGAIN_NS;
            return;
        }
        reconciled = true;
        resolver.mayAsk(true);
        counters.reconciliations.incrementAndGet();
        LOG.info("venue={} reconciled", config.name());
        text = "";
        final List<FollowedOrder> unheard = new ArrayList<>();
        for (final Iterator<FollowedOrder> all = orders.iterator(); all.hasNext(); ) {
            final FollowedOrder order = all.next();
            resolver.askAgain(order, nowNs);
            if (order.heardIn != reconciliation && order.state == SendState.ANSWERED) {
                unheard.add(order);
            }
        }
        unheard.forEach(order -> resolver.verify(order, nowNs));
    }

    /** Reconciles once more though the connection is not new; nothing is sent until that is done. */
    void askAgain() {
        reconciled = false;
        asked = false;
        askAtOnce = true;
        resolver.mayAsk(false);
        text = "reconciling again";
    }

    /** {@return number of the reconciliation that runs or ran last} */
    int reconciliation() {
        return reconciliation;
    }

    boolean isReconciled() {
        return reconciled;
    }

    /** {@return DOWN until reconciled, then as the adapter says} */
    VenueState state() {
        return reconciled ? state : VenueState.DOWN;
    }

    /** {@return why, for ops} */
    String text() {
        return reconciled || state == VenueState.DOWN || !text.isEmpty() ? text : "reconciling";
    }
}
