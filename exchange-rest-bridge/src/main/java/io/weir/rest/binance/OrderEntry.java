package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;
import io.weir.rest.clock.VenueClock;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.report.Job;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.VenueSymbols;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes new orders and cancels into requests and their answers into reports. An order carries the time at which the agent
 * gave it: however long it waits on its way, the venue refuses it when it is older than the window, and so nobody has to
 * fear that it appears later. Event loop, but for the making of jobs.
 */
final class OrderEntry {
    private static final String PATH = "/api/v3/order";

    /**
     * How long the user stream may lag behind the answer to a cancel of an order with executions, ms: within it the stream
     * tells the executions first, and nobody has to ask for them.
     */
    private static final long STREAM_LAG_MS = 200;

    private final Vertx vertx;
    private final BinanceRest rest;
    private final VenueLimits limits;
    private final VenueSymbols symbols;
    private final ReportOutlet outlet;
    private final OrderReports reports;
    private final VenueClock clock;
    private final long patienceMs;
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    OrderEntry(
            final Vertx vertx,
            final BinanceRest rest,
            final VenueLimits limits,
            final VenueSymbols symbols,
            final ReportOutlet outlet,
            final OrderReports reports,
            final VenueClock clock,
            final long recvWindowMs) {
        this.vertx = vertx;
        this.rest = rest;
        this.limits = limits;
        this.symbols = symbols;
        this.outlet = outlet;
        this.reports = reports;
        this.clock = clock;
        this.patienceMs = recvWindowMs / 2;
    }

    /** {@return why the venue's language has no words for an order, null if it has} */
    String unspeakable(final VenueOrder order) {
        if (symbols.theirs(order.symbol()) == null) {
            return "Symbol(55) " + order.symbol() + " is not traded at this venue";
        }
        if (order.ordType() == OrdType.MARKET && order.timeInForce() == TimeInForce.FILL_OR_KILL) {
            return "the venue has no fill-or-kill market order";
        }
        return null;
    }

    /** {@return the job of sending an order that the limits have given a ticket} */
    Job place(final VenueOrder order, final long ticket) {
        return new Place(order, ticket);
    }

    /** {@return whether an order of this id is still on its way out: nothing about it may overtake it} */
    boolean isLeaving(final String venueClOrdId) {
        return leaving.contains(venueClOrdId);
    }

    /** The order did not even get on its way: nobody has heard of it. */
    void forget(final VenueOrder order) {
        leaving.remove(order.venueClOrdId());
    }

    /** {@return the job of canceling one} */
    Job cancel(final VenueCancel cancel) {
        return new Cancel(cancel);
    }

    private Params paramsOf(final VenueOrder order) {
        final Params params = new Params()
                .add("symbol", symbols.theirs(order.symbol()))
                .add("side", order.side().name())
                .add("type", order.ordType().name())
                .add("quantity", Exact.plain(order.orderQty()))
                .add("newClientOrderId", order.venueClOrdId())
                .add("newOrderRespType", "FULL");
        return order.ordType() == OrdType.MARKET
                ? params
                : params.add("price", Exact.plain(order.price())).add("timeInForce", timeInForce(order.timeInForce()));
    }

    /** A day order is ended by the core: the venue has no such thing. */
    private static String timeInForce(final TimeInForce timeInForce) {
        switch (timeInForce) {
            case DAY:
            case GOOD_TILL_CANCEL:
                return "GTC";
            case IMMEDIATE_OR_CANCEL:
                return "IOC";
            case FILL_OR_KILL:
                return "FOK";
            default:
                throw new IllegalArgumentException("TimeInForce(59) " + timeInForce + " never reaches a venue");
        }
    }

    private final class Place implements Job, AnswerHandler {
        private final VenueOrder order;
        private final long ticket;
        private final long givenMs = clock.nowMs();
        private Runnable done;

        private Place(final VenueOrder order, final long ticket) {
            this.order = order;
            this.ticket = ticket;
            leaving.add(order.venueClOrdId());
        }

        @Override
        public void start(final Runnable whenDone) {
            done = whenDone;
            if (clock.nowMs() - givenMs > patienceMs) {
                onNotSent("no connection was free in time");
            } else {
                rest.order(PATH, this::params, givenMs, ticket, this);
            }
        }

        private Params params() {
            leaving.remove(order.venueClOrdId());
            return paramsOf(order);
        }

        @Override
        public void drop(final String why) {
            leaving.remove(order.venueClOrdId());
            limits.onOrderEnded(ticket);
            refused(VenueRejectReason.NOT_SENT, why);
        }

        @Override
        public void onAnswer(final Ruling ruling, final RestAnswer answer) {
            switch (ruling.kind()) {
                case DONE:
                    read(answer);
                    break;
                case RATE_LIMITED:
                    refused(VenueRejectReason.RATE_LIMITED, ruling.text());
                    break;
                case DUPLICATE_ID:
                case UNKNOWN:
                    unanswered(ruling.text());
                    break;
                default:
                    refused(VenueRejectReason.REFUSED, ruling.text());
                    break;
            }
            end();
        }

        private void read(final RestAnswer answer) {
            try {
                reports.answered(order.venueClOrdId(), Json.parse(answer.body()));
            } catch (final JsonFault e) {
                unanswered("an answer that cannot be read: " + e.getMessage());
            }
        }

        @Override
        public void onNotSent(final String why) {
            leaving.remove(order.venueClOrdId());
            refused(VenueRejectReason.NOT_SENT, why);
            end();
        }

        @Override
        public void onUnanswered(final String why) {
            unanswered(why);
            end();
        }

        private void refused(final VenueRejectReason reason, final String text) {
            outlet.say(new OrderRefused(order.venueClOrdId(), reason, text));
        }

        private void unanswered(final String why) {
            outlet.say(new SendUnanswered(order.venueClOrdId(), why));
        }

        private void end() {
            limits.onOrderEnded(ticket);
            done.run();
        }
    }

    private final class Cancel implements Job, AnswerHandler {
        private final VenueCancel cancel;
        private Runnable done;

        private Cancel(final VenueCancel cancel) {
            this.cancel = cancel;
        }

        private Params params() {
            return new Params()
                    .add("symbol", symbols.theirs(cancel.symbol()))
                    .add("origClientOrderId", cancel.venueClOrdId())
                    .add("newClientOrderId", cancel.cancelClOrdId());
        }

        @Override
        public void start(final Runnable whenDone) {
            done = whenDone;
            rest.signed(HttpMethod.DELETE, PATH, this::params, this);
        }

        @Override
        public void drop(final String why) {
            // Nothing is said: whoever wants the cancel asks again on the next connection.
        }

        @Override
        public void onAnswer(final Ruling ruling, final RestAnswer answer) {
            switch (ruling.kind()) {
                case DONE:
                    read(answer);
                    break;
                case NOT_OPEN:
                case NOT_FOUND:
                case ARCHIVED:
                    outlet.say(new CancelRefused(cancel.venueClOrdId(), true, ruling.text()));
                    break;
                case REFUSED:
                case KEY_REFUSED:
                    outlet.say(new CancelRefused(cancel.venueClOrdId(), false, ruling.text()));
                    break;
                default:
                    break; // nothing clear: the agent asks again
            }
            done.run();
        }

        private void read(final RestAnswer answer) {
            try {
                final JsonNode body = Json.parse(answer.body());
                final long venueOrderId = Json.number(body, "orderId");
                final Decimal cumQty = Json.decimal(body, "executedQty");
                if (!Json.text(body, "status").equals("CANCELED")) {
                    return;
                }
                if (Exact.isZero(cumQty)) {
                    closed(venueOrderId, cumQty);
                } else {
                    vertx.setTimer(STREAM_LAG_MS, timer -> closed(venueOrderId, cumQty));
                }
            } catch (final JsonFault e) {
                return; // as good as no answer: the agent asks again
            }
        }

        private void closed(final long venueOrderId, final Decimal cumQty) {
            reports.closed(
                    cancel.venueClOrdId(),
                    symbols.theirs(cancel.symbol()),
                    venueOrderId,
                    VenueClosedAs.CANCELED,
                    cumQty,
                    "CANCELED");
        }

        @Override
        public void onNotSent(final String why) {
            done.run();
        }

        @Override
        public void onUnanswered(final String why) {
            done.run();
        }
    }
}
