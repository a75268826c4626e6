package io.weir.core.order;

import io.weir.protocol.command.Command;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.fix.TimeInForce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What really happens at the venues of a random history, and the reports of it: late, in any order, some of them twice. An
 * order may trade before it is acknowledged, end before its fills are told, or be in doubt; but in the end all that happened
 * is told.
 */
final class VenueModel {
    /** An order as the venue has it. */
    static final class Truth {
        final VenueOrderRequested asked;
        boolean isProcessed;
        boolean isLive;
        long qty;
        long price;
        long cumQty;
        long cumNotional;
        int revision;
        int lastRevision;

        Truth(final VenueOrderRequested asked) {
            this.asked = asked;
            qty = asked.orderQty();
            price = asked.price();
        }
    }

    private final Random random;
    private final Map<Long, Truth> truths = new LinkedHashMap<>();
    private final List<Event> requests = new ArrayList<>();
    private final List<Command> reports = new ArrayList<>();
    private long lastExecId;

    VenueModel(final Random random) {
        this.random = random;
    }

    Iterable<Truth> truths() {
        return truths.values();
    }

    void hear(final Event event) {
        if (event instanceof VenueOrderRequested) {
            final VenueOrderRequested asked = (VenueOrderRequested) event;
            if (truths.putIfAbsent(asked.childOrderId(), new Truth(asked)) == null) {
                requests.add(event);
            }
        } else if (event instanceof VenueCancelRequested || event instanceof VenueReplaceRequested) {
            requests.add(event);
        }
    }

    boolean hasWork() {
        return !requests.isEmpty() || !reports.isEmpty();
    }

    /** Works one request, any of those that wait. */
    void work(final boolean isHonest) {
        if (requests.isEmpty()) {
            return;
        }
        final Event request = requests.remove(isHonest ? 0 : random.nextInt(requests.size()));
        if (request instanceof VenueOrderRequested) {
            start(truths.get(((VenueOrderRequested) request).childOrderId()), isHonest);
        } else if (request instanceof VenueCancelRequested) {
            cancel(truths.get(((VenueCancelRequested) request).childOrderId()), isHonest);
        } else {
            replace((VenueReplaceRequested) request, isHonest);
        }
    }

    private void start(final Truth truth, final boolean isHonest) {
        if (truth.isProcessed) {
            return;
        }
        truth.isProcessed = true;
        final int fate = isHonest ? 99 : random.nextInt(100);
        if (fate < 8) {
            dead(truth, VenueRejectReason.REFUSED);
            return;
        }
        if (fate < 12) {
            dead(truth, VenueRejectReason.NOT_SENT);
            return;
        }
        if (fate < 25) {
            say(new VenueOrderInDoubt(truth.asked.venueId(), truth.asked.childOrderId(), "timeout"));
            if (fate < 18) {
                dead(truth, VenueRejectReason.ABSENT);
                return;
            }
        }
        truth.isLive = true;
        say(new VenueOrderAccepted(
                truth.asked.venueId(), truth.asked.childOrderId(), "V" + truth.asked.childOrderId()));
        if (truth.asked.timeInForce() == TimeInForce.FILL_OR_KILL) {
            if (random.nextBoolean()) {
                trade(truth, truth.qty);
            }
            close(truth, VenueClosedAs.EXPIRED);
        } else if (truth.asked.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL) {
            trade(truth, truth.qty / 2 / 10 * 10);
            close(truth, VenueClosedAs.EXPIRED);
        }
    }

    private void dead(final Truth truth, final VenueRejectReason reason) {
        say(new VenueOrderRejected(truth.asked.venueId(), truth.asked.childOrderId(), reason, "no"));
    }

    private void cancel(final Truth truth, final boolean isHonest) {
        final int venueId = truth.asked.venueId();
        final long id = truth.asked.childOrderId();
        if (!truth.isProcessed) {
            truth.isProcessed = true;
            dead(truth, VenueRejectReason.NOT_SENT);
        } else if (!truth.isLive) {
            say(new VenueCancelRejected(venueId, id, true, "unknown"));
        } else if (isHonest || random.nextInt(10) > 2) {
            close(truth, VenueClosedAs.CANCELED);
        } else if (random.nextBoolean()) {
            say(new VenueCancelRejected(venueId, id, false, "busy"));
        }
    }

    private void replace(final VenueReplaceRequested request, final boolean isHonest) {
        final Truth truth = truths.get(request.childOrderId());
        if (request.revision() <= truth.lastRevision) {
            return;
        }
        truth.lastRevision = request.revision();
        final int venueId = request.venueId();
        if (!truth.isLive || request.orderQty() <= truth.cumQty || !isHonest && random.nextInt(4) == 0) {
            say(new VenueReplaceRejected(venueId, request.childOrderId(), request.revision(), "no"));
            return;
        }
        truth.revision = request.revision();
        truth.qty = request.orderQty();
        truth.price = request.price();
        say(new VenueOrderReplaced(venueId, request.childOrderId(), request.revision(), "V" + request.childOrderId()));
    }

    /** Trades a part of one live order, or all of it. */
    void tradeSome() {
        final List<Truth> live = new ArrayList<>();
        for (final Truth truth : truths.values()) {
            if (truth.isLive) {
                live.add(truth);
            }
        }
        if (!live.isEmpty()) {
            final Truth truth = live.get(random.nextInt(live.size()));
            final long leaves = truth.qty - truth.cumQty;
            trade(truth, random.nextInt(3) == 0 ? leaves : Math.max(10, leaves / 3 / 10 * 10));
            if (truth.cumQty == truth.qty) {
                close(truth, VenueClosedAs.FILLED);
            } else if (random.nextInt(15) == 0) {
                close(truth, VenueClosedAs.CANCELED);
            }
        }
    }

    private void trade(final Truth truth, final long wanted) {
        final long qty = Math.min(wanted, truth.qty - truth.cumQty);
        if (qty <= 0) {
            return;
        }
        truth.cumQty += qty;
        truth.cumNotional += qty * truth.price;
        final VenueFill fill = new VenueFill(
                truth.asked.venueId(),
                truth.asked.childOrderId(),
                truth.asked.venueClOrdId(),
                "E" + ++lastExecId,
                truth.asked.symbol(),
                truth.asked.side(),
                new Decimal(qty, truth.asked.qtyScale()),
                new Decimal(truth.price, truth.asked.priceScale()),
                new Decimal(qty * truth.price / 1_000, truth.asked.qtyScale() + truth.asked.priceScale()),
                "USD",
                1);
        say(fill);
    }

    private void close(final Truth truth, final VenueClosedAs as) {
        truth.isLive = false;
        say(new VenueOrderClosed(
                truth.asked.venueId(),
                truth.asked.childOrderId(),
                truth.cumQty == truth.qty ? VenueClosedAs.FILLED : as,
                new Decimal(truth.cumQty, truth.asked.qtyScale()),
                "end"));
    }

    private void say(final Command report) {
        reports.add(report);
        if (random.nextInt(6) == 0) {
            reports.add(report);
        }
    }

    /** {@return one report that waits, mostly one of the older ones; null if none does} */
    Command deliver(final boolean isInOrder) {
        if (reports.isEmpty()) {
            return null;
        }
        final int reach = isInOrder ? 1 : Math.min(reports.size(), 6);
        return reports.remove(random.nextInt(reach));
    }
}
