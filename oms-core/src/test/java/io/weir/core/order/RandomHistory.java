package io.weir.core.order;

import static io.weir.core.order.TradingKit.ALPHA;
import static io.weir.core.order.TradingKit.BETA;
import static io.weir.core.order.TradingKit.BTC;
import static io.weir.core.order.TradingKit.dec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A random life of a trading desk: a client, two venues, ops and time. Every input goes to the desk and to a shadow of it;
 * the shadow is either a second desk from the start, or made anew from its own snapshot after every single message. Both have
 * to say the same.
 */
final class RandomHistory {
    private static final TimeInForce[] TIMES = {
        TimeInForce.DAY,
        TimeInForce.GOOD_TILL_CANCEL,
        TimeInForce.GOOD_TILL_CANCEL,
        TimeInForce.IMMEDIATE_OR_CANCEL,
        TimeInForce.FILL_OR_KILL
    };

    private final long seed;
    private final boolean snapshots;
    private final Random random;
    private final TradingKit kit;
    private final VenueModel venues;
    private final ReportLaws laws = new ReportLaws();
    private final Map<Long, OrderState> orders = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final ImageCheck images;
    private TradingKit shadow;
    private int made;
    private int step;
    private int epoch;

    RandomHistory(final long seed, final boolean snapshots) {
        this(seed, snapshots, Orders.MAX_CLOSED);
    }

    /** Of a desk that remembers so many closed orders. */
    RandomHistory(final long seed, final boolean snapshots, final int maxClosed) {
        this.seed = seed;
        kit = TradingKit.open(maxClosed);
        shadow = TradingKit.open(maxClosed);
        images = new ImageCheck(kit, new Random(seed));
        this.snapshots = snapshots;
        random = new Random(seed);
        venues = new VenueModel(random);
    }

    VenueModel venues() {
        return venues;
    }

    ReportLaws laws() {
        return laws;
    }

    /** {@return how many images of the orders were written meanwhile, and read back} */
    int images() {
        return images.images();
    }

    List<String> requests() {
        return requests;
    }

    void run(final int steps) {
        for (step = 0; step < steps; step++) {
            final int what = random.nextInt(100);
            if (what < 18) {
                order();
            } else if (what < 26) {
                cancel();
            } else if (what < 36) {
                replace();
            } else if (what < 56) {
                venues.work(false);
            } else if (what < 66) {
                venues.tradeSome();
            } else if (what < 88) {
                report(venues.deliver(false));
            } else {
                happen(what);
            }
        }
    }

    private void happen(final int what) {
        final int venueId = random.nextBoolean() ? ALPHA : BETA;
        if (what < 94) {
            time(200 + random.nextInt(3_000));
        } else if (what < 96) {
            say(k -> k.state(venueId, random1(step) ? VenueState.UP : VenueState.DEGRADED));
        } else if (what < 97) {
            say(k -> k.state(venueId, VenueState.DOWN));
        } else if (what < 98) {
            edgeStarts(venueId);
        } else {
            final boolean isVenue = random.nextBoolean();
            final boolean engaged = random.nextInt(8) == 0;
            say(k -> k.desk.onSetKillSwitch(new SetKillSwitch(
                    isVenue ? KillScope.VENUE : KillScope.ACCOUNT, isVenue ? "ALPHA" : "ACC", engaged, true, "ops")));
        }
    }

    private static boolean random1(final int n) {
        return n % 2 == 0;
    }

    private void edgeStarts(final int venueId) {
        final int newEpoch = ++epoch;
        say(k -> k.desk.onEdgeStarted(new EdgeStarted(9, newEpoch, 1, EdgeKind.VENUE, venueId)));
        say(k -> k.up(venueId));
        say(k -> k.quote(venueId, "49999.99", "50000.00"));
    }

    private void order() {
        final String clOrdId = "A-" + ++made;
        final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        final boolean isMarket = random.nextInt(8) == 0;
        final long qty = (1 + random.nextInt(random.nextInt(4) == 0 ? 800_000 : 2_000)) * 10L;
        final long price = 4_900_000 + random.nextInt(200_000);
        final TimeInForce tif = TIMES[random.nextInt(TIMES.length)];
        say(k -> k.desk.onNewOrderSingle(
                1,
                new NewOrderSingle(
                        k.fix(false),
                        clOrdId,
                        "",
                        BTC,
                        side,
                        isMarket ? OrdType.MARKET : OrdType.LIMIT,
                        tif,
                        new Decimal(qty, 6),
                        isMarket ? dec("") : new Decimal(price, 2),
                        "")));
    }

    private OrderState any() {
        final List<OrderState> all = new ArrayList<>(orders.values());
        final int newest = Math.min(all.size(), 12);
        return newest == 0 ? null : all.get(all.size() - 1 - random.nextInt(newest));
    }

    private void cancel() {
        final OrderState order = any();
        if (order != null) {
            cancel(order);
        }
    }

    private void cancel(final OrderState order) {
        final String clOrdId = "C-" + ++made;
        requests.add(clOrdId);
        say(k -> k.desk.onOrderCancelRequest(
                1, new OrderCancelRequest(k.fix(false), clOrdId, order.clOrdId(), "", BTC, order.side())));
    }

    private void replace() {
        final OrderState order = any();
        if (order == null) {
            return;
        }
        final String clOrdId = "R-" + ++made;
        requests.add(clOrdId);
        final long qty = Math.max(10, order.orderQty() + (random.nextInt(4_001) - 2_000) * 10L);
        final long price = 4_900_000 + random.nextInt(200_000);
        say(k -> k.desk.onOrderCancelReplaceRequest(
                1,
                new OrderCancelReplaceRequest(
                        k.fix(false),
                        clOrdId,
                        order.clOrdId(),
                        "",
                        "",
                        BTC,
                        order.side(),
                        OrdType.LIMIT,
                        order.timeInForce(),
                        new Decimal(qty, 6),
                        new Decimal(price, 2),
                        "")));
    }

    private void time(final int ms) {
        say(k -> {
            k.after(ms);
            k.up(ALPHA);
            k.up(BETA);
            k.quote(ALPHA, "49999.99", "50000.00");
            k.quote(BETA, "49999.98", "50000.01");
        });
        say(k -> {
            for (int i = 0; i < 100 && k.desk.onTick(); i++) {
                continue;
            }
        });
    }

    private void report(final Command report) {
        if (report instanceof VenueFill) {
            say(k -> k.desk.onVenueFill((VenueFill) report));
        } else if (report instanceof VenueOrderAccepted) {
            say(k -> k.desk.onVenueOrderAccepted((VenueOrderAccepted) report));
        } else if (report instanceof VenueOrderClosed) {
            say(k -> k.desk.onVenueOrderClosed((VenueOrderClosed) report));
        } else if (report instanceof VenueOrderRejected) {
            say(k -> k.desk.onVenueOrderRejected((VenueOrderRejected) report));
        } else if (report instanceof VenueOrderInDoubt) {
            say(k -> k.desk.onVenueOrderInDoubt((VenueOrderInDoubt) report));
        } else if (report instanceof VenueCancelRejected) {
            say(k -> k.desk.onVenueCancelRejected((VenueCancelRejected) report));
        } else if (report instanceof VenueOrderReplaced) {
            say(k -> k.desk.onVenueOrderReplaced((VenueOrderReplaced) report));
        } else if (report instanceof VenueReplaceRejected) {
            say(k -> k.desk.onVenueReplaceRejected((VenueReplaceRejected) report));
        }
    }

    /** Hands one input to both desks and hears what they say. */
    private void say(final Consumer<TradingKit> input) {
        input.accept(kit);
        input.accept(shadow);
        final String where = "seed " + seed + " step " + step + ": ";
        assertEquals(kit.recorder.events, shadow.recorder.events, where);
        laws.at(where);
        for (final Event event : kit.recorder.events) {
            laws.hear(event);
            venues.hear(event);
            if (event instanceof ExecutionReport) {
                final ExecutionReport report = (ExecutionReport) event;
                final boolean isNamed = report.execType() != ExecType.PENDING_CANCEL
                        && report.execType() != ExecType.PENDING_REPLACE
                        && report.execType() != ExecType.REJECTED;
                if (isNamed) {
                    orders.put(report.order().orderId(), report.order());
                }
            }
        }
        kit.recorder.events.clear();
        shadow.recorder.events.clear();
        images.goOn(where);
        if (snapshots) {
            shadow = shadow.copy();
            assertEquals(kit.snapshot(), shadow.snapshot(), where);
        }
    }

    /** Everything that waits is worked honestly and told, then the client cancels what is left. */
    void drain() {
        for (int round = 0; round < 40; round++) {
            while (venues.hasWork()) {
                venues.work(true);
                report(venues.deliver(false));
            }
            time(6_000);
            if (round == 2) {
                say(k -> k.desk.onSetKillSwitch(new SetKillSwitch(KillScope.ALL, "", true, true, "end of test")));
            }
        }
        assertTrue(!venues.hasWork(), "seed " + seed + " does not come to rest");
    }
}
