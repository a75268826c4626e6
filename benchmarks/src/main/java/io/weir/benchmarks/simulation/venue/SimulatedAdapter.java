package io.weir.benchmarks.simulation.venue;

import io.weir.benchmarks.simulation.Crash;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Fills;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Side;
import io.weir.venue.VenueAdapter;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.report.VenueReport;
import io.weir.venue.report.VenueReportHandler;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The line between the real venue agent and a {@link SimulatedVenue}: slow, lossy, silent, and torn, within what the contract
 * of adapters allows. One life of a venue edge has one.
 */
public final class SimulatedAdapter implements VenueAdapter {
    /** Longer than any request is on its way, shorter than it takes for "absent" to count. */
    private static final int MOST_DELAY_NS = 900_000_000;

    private static final int MOST_LATENCY_NS = 4_000_000;
    private static final int NEVER = -1;

    private record Arrival(VenueReport report, long dueNs, int connection) {}

    private final SimulatedVenue venue;
    private final Timeline timeline;
    private final Random random;
    private final Runnable onArrival;
    private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
    private int connection;
    private boolean up;
    private boolean toldUp;
    private int toldConnection;
    private boolean closed;
    private long lastRequestNs;
    private long lastReportNs;
    private int sendsToDeath = NEVER;

    /**
     * Makes one that is not connected.
     *
     * @param venue     to talk to.
     * @param timeline  of the simulation.
     * @param random    of the line.
     * @param onArrival called when a report has arrived.
     */
    public SimulatedAdapter(
            final SimulatedVenue venue, final Timeline timeline, final Random random, final Runnable onArrival) {
        this.venue = venue;
        this.timeline = timeline;
        this.random = random;
        this.onArrival = onArrival;
    }

    /**
     * The edge's process is killed in one of its next sends.
     *
     * @param sends that still go well, 0 and more.
     */
    public void dieBehind(final int sends) {
        sendsToDeath = sends;
    }

    @Override
    public void open(final String start) {
        connectIn(random.nextInt(100_000_000));
    }

    private void connectIn(final long delayNs) {
        timeline.in(delayNs, () -> {
            if (!closed && !up) {
                up = true;
                connection++;
                lastReportNs = timeline.nowNs();
                venue.listen(this::onReport);
                arrive(new ConnectionChanged(random.nextInt(5) == 0 ? VenueState.DEGRADED : VenueState.UP, ""));
            }
        });
    }

    /** The line breaks: what is on its way is lost, one way and perhaps the other. It comes back by itself. */
    public void lose() {
        if (up && !closed) {
            up = false;
            arrivals.removeIf(arrival -> arrival.dueNs() > timeline.nowNs());
            lastReportNs = timeline.nowNs();
            arrive(new ConnectionChanged(VenueState.DOWN, "connection lost"));
            connectIn(1_000_000 + random.nextInt(1_500_000_000));
        }
    }

    /** The process is dead: nothing comes any more. */
    public void die() {
        closed = true;
        up = false;
        arrivals.clear();
    }

    private void onReport(final VenueReport report) {
        if (up && !closed) {
            arrive(report);
            if (report instanceof Fill && odd(12)) {
                arrive(report);
            }
        }
    }

    private void arrive(final VenueReport report) {
        final boolean late = odd(30);
        lastReportNs = Math.max(
                lastReportNs, timeline.nowNs() + 50_000 + random.nextInt(late ? MOST_DELAY_NS : MOST_LATENCY_NS));
        arrivals.add(new Arrival(report, lastReportNs, connection));
        timeline.at(lastReportNs, onArrival);
    }

    private boolean odd(final int oneIn) {
        return !venue.isCalm() && random.nextInt(oneIn) == 0;
    }

    private boolean canTalk() {
        return up && toldUp && toldConnection == connection && !closed;
    }

    @Override
    public boolean trySend(final VenueOrder order) {
        if (!canTalk() || odd(25)) {
            return false;
        }
        request(() -> venue.place(order, false), () -> venue.place(order, true), order.venueClOrdId(), true);
        return true;
    }

    @Override
    public boolean tryCancel(final VenueCancel cancel) {
        if (!canTalk() || odd(25)) {
            return false;
        }
        request(() -> venue.cancel(cancel, false), () -> venue.cancel(cancel, true), "", false);
        return true;
    }

    @Override
    public boolean tryReplace(final VenueReplace replace) {
        if (!canTalk() || odd(25)) {
            return false;
        }
        request(() -> venue.replace(replace, false), () -> venue.replace(replace, true), replace.venueClOrdId(), false);
        return true;
    }

    /** Sends something, and lets it meet its fate. */
    private void request(final Runnable work, final Runnable silently, final String clOrdId, final boolean isOrder) {
        final boolean dies = !venue.isCalm() && sendsToDeath != NEVER && sendsToDeath-- == 0;
        if (dies && random.nextBoolean()) {
            throw new Crash("before a request has left");
        }
        final int fate = venue.isCalm() ? Integer.MAX_VALUE : random.nextInt(100);
        if (fate < 3) {
            venue.trace().add(venue.name(), () -> "never gets a request " + clOrdId);
        } else if (fate < 6) {
            leave(silently);
        } else if (fate < 8 && !clOrdId.isEmpty()) {
            leave(silently);
            arrive(new SendUnanswered(clOrdId, "server error"));
        } else if (fate < 11 && isOrder) {
            arrive(new OrderRefused(clOrdId, VenueRejectReason.RATE_LIMITED, "too many requests"));
        } else if (fate < 12) {
            lose();
            leave(silently);
        } else {
            leave(work);
        }
        if (dies) {
            throw new Crash("behind a request that has left");
        }
    }

    private void leave(final Runnable work) {
        final int on = connection;
        lastRequestNs = Math.max(
                lastRequestNs, timeline.nowNs() + 50_000 + random.nextInt(odd(30) ? MOST_DELAY_NS : MOST_LATENCY_NS));
        timeline.at(lastRequestNs, () -> {
            final boolean torn = !up || on != connection;
            if (!torn || random.nextBoolean()) {
                work.run();
            }
        });
    }

    @Override
    public boolean tryQuery(final VenueQuery query) {
        if (!canTalk() || odd(10)) {
            return false;
        }
        leave(() -> answer(query));
        return true;
    }

    @Override
    public boolean tryReconcile(final List<VenueQuery> open) {
        if (!canTalk() || odd(10)) {
            return false;
        }
        final List<VenueQuery> asked = new ArrayList<>(open);
        leave(() -> {
            for (final VenueQuery query : asked) {
                if (!odd(6)) {
                    answer(query);
                }
            }
            onReport(new Reconciled(!odd(6), ""));
        });
        return true;
    }

    private void answer(final VenueQuery query) {
        if (!up || closed || odd(20)) {
            return;
        }
        final Order order = venue.find(query.venueClOrdId());
        if (odd(8)) {
            arrive(answer(query, Presence.COULD_NOT_ASK, null, "server error"));
        } else if (order == null) {
            final boolean says = venue.wasRefused(query.venueClOrdId()) && random.nextBoolean();
            arrive(answer(query, says ? Presence.REFUSED : Presence.ABSENT, null, "unknown"));
        } else {
            venue.unmute(order);
            fills(order);
            arrive(answer(query, presence(order), order, ""));
        }
    }

    private static QueryAnswered answer(
            final VenueQuery query, final Presence presence, final Order order, final String text) {
        return new QueryAnswered(
                query.venueClOrdId(),
                presence,
                order == null ? "" : Long.toString(order.orderId()),
                order == null ? Decimal.ABSENT : new Decimal(order.cumQty(), SimulatedVenue.QTY_SCALE),
                text);
    }

    private static Presence presence(final Order order) {
        if (order.isOpen()) {
            return Presence.OPEN;
        }
        final OrdStatus status = order.ordStatus();
        return status == OrdStatus.FILLED
                ? Presence.FILLED
                : status == OrdStatus.CANCELED ? Presence.CANCELED : Presence.EXPIRED;
    }

    /** All that was traded of an order, as it was told live. */
    private void fills(final Order order) {
        final Fills fills = order.fills();
        for (int i = 0; i < fills.size(); i++) {
            arrive(new Fill(
                    order.clOrdId(),
                    io.weir.simulator.floor.ExecIds.ofTrade(
                            order.instrument().symbol(), fills.tradeId(i), order.side()),
                    order.instrument().symbol(),
                    order.side() == Side.BUY ? io.weir.protocol.fix.Side.BUY : io.weir.protocol.fix.Side.SELL,
                    new Decimal(fills.lastQty(i), SimulatedVenue.QTY_SCALE),
                    new Decimal(fills.lastPx(i), SimulatedVenue.PRICE_SCALE),
                    Decimal.ABSENT,
                    new Decimal(fills.fee(i), Account.SCALE),
                    order.book().feeAsset(order.side()),
                    timeline.nowNs()));
        }
    }

    @Override
    public int poll(final VenueReportHandler handler, final int limit) {
        int polled = 0;
        while (polled < limit && !arrivals.isEmpty() && arrivals.peek().dueNs() <= timeline.nowNs()) {
            final Arrival arrival = arrivals.poll();
            final VenueReport report = arrival.report();
            if (report instanceof ConnectionChanged changed) {
                toldUp = changed.state() != VenueState.DOWN;
                toldConnection = arrival.connection();
            }
            report.to(handler);
            polled++;
        }
        return polled;
    }

    @Override
    public VenueQuote quote(final String symbol) {
        return up && toldUp ? venue.quote(symbol) : new VenueQuote(symbol, false, List.of(), List.of());
    }

    @Override
    public int sendable() {
        return canTalk() ? 1 + random.nextInt(16) : 0;
    }

    @Override
    public boolean isConnected() {
        return toldUp;
    }

    @Override
    public void close() {
        closed = true;
        up = false;
    }
}
