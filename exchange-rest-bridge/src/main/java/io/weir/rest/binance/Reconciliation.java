package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.report.Job;
import io.weir.rest.report.Lanes;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.VenueSymbols;
import io.weir.venue.report.OpenOrderFound;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.request.VenueQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reconciliation: fetches the open orders of every symbol, answers for those of ours that are among them (their missed
 * fills first), then says that it is done. Those that are not among them are left unanswered: the agent asks for each, at
 * the pace of its budget. Event loop, but for the making.
 */
final class Reconciliation implements Job {
    /** Request weight for the open orders of one symbol. Source: binance-spot-api-docs, current open orders. */
    static final int WEIGHT = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final String PATH = "/api/v3/openOrders";

    private final String venue;
    private final BinanceRest rest;
    private final OwnTrades trades;
    private final Lanes lanes;
    private final ReportOutlet outlet;
    private final VenueSymbols symbols;
    private final BinanceCounters counters;
    private final List<VenueQuery> open;
    private final Map<String, VenueQuery> byClOrdId = new HashMap<>();
    private final List<String> toAsk;
    private Runnable done;
    private long connection;
    private boolean allAsked;
    private int running;
    private int found;
    private int strays;
    private String fault;

    Reconciliation(
            final String venue,
            final BinanceRest rest,
            final OwnTrades trades,
            final Lanes lanes,
            final ReportOutlet outlet,
            final VenueSymbols symbols,
            final BinanceCounters counters,
            final List<VenueQuery> open) {
        this.venue = venue;
        this.rest = rest;
        this.trades = trades;
        this.lanes = lanes;
        this.outlet = outlet;
        this.symbols = symbols;
        this.counters = counters;
        this.open = new ArrayList<>(open);
        this.toAsk = new ArrayList<>(symbols.ours());
    }

    @Override
    public void start(final Runnable whenDone) {
        done = whenDone;
        connection = outlet.connection();
        open.forEach(query -> byClOrdId.put(query.venueClOrdId(), query));
        askNext();
    }

    @Override
    public void drop(final String why) {
        outlet.say(new Reconciled(false, why));
    }

    private void askNext() {
        if (toAsk.isEmpty() || fault != null) {
            allAsked = true;
            done.run();
            finishIfDone();
            return;
        }
        final String venueSymbol = symbols.theirs(toAsk.remove(toAsk.size() - 1));
        rest.signed(HttpMethod.GET, PATH, () -> new Params().add("symbol", venueSymbol), new AnswerHandler() {
            @Override
            public void onAnswer(final Ruling ruling, final RestAnswer answer) {
                if (ruling.is(Ruling.Kind.DONE)) {
                    read(venueSymbol, answer);
                } else {
                    fail(ruling.text());
                }
                askNext();
            }

            @Override
            public void onNotSent(final String why) {
                fail(why);
                askNext();
            }

            @Override
            public void onUnanswered(final String why) {
                fail(why);
                askNext();
            }
        });
    }

    private void read(final String venueSymbol, final RestAnswer answer) {
        try {
            Json.forEach(answer.body(), order -> heard(venueSymbol, OrderState.read(order), order));
        } catch (final JsonFault e) {
            fail(e.getMessage());
        }
    }

    private void heard(final String venueSymbol, final OrderState state, final JsonNode order) {
        final VenueQuery query = byClOrdId.get(state.venueClOrdId());
        if (query == null) {
            strays++;
            unasked(venueSymbol, state, order);
        } else if (Exact.isAbove(state.executedQty(), query.cumQty())) {
            running++;
            lanes.follow(new MissedFills(venueSymbol, state));
        } else {
            answer(state);
        }
    }

    private void answer(final OrderState state) {
        if (connection == outlet.connection()) {
            found++;
            outlet.say(new QueryAnswered(
                    state.venueClOrdId(),
                    state.presence(),
                    Long.toString(state.venueOrderId()),
                    state.executedQty(),
                    state.status()));
        }
    }

    private void unasked(final String venueSymbol, final OrderState state, final JsonNode order) {
        if (connection == outlet.connection()) {
            outlet.say(new OpenOrderFound(
                    state.venueClOrdId(),
                    Long.toString(state.venueOrderId()),
                    symbols.ours(venueSymbol),
                    OrderReports.side(order, "side"),
                    Json.decimal(order, "origQty"),
                    state.executedQty()));
        }
    }

    private void fail(final String why) {
        fault = why;
    }

    private void finishIfDone() {
        if (running > 0 || !allAsked) {
            return;
        }
        if (strays > 0) {
            counters.strayOpenOrders.addAndGet(strays);
            LOG.warn("venue={} has {} open orders that are not known here", venue, strays);
        }
        if (connection == outlet.connection()) {
            LOG.info("venue={} found {} of {} orders open, fault={}", venue, found, open.size(), fault);
            outlet.say(new Reconciled(fault == null, fault == null ? "" : fault));
        }
    }

    /** The fills that an open order has and we do not. */
    private final class MissedFills implements Job {
        private final String venueSymbol;
        private final OrderState state;

        private MissedFills(final String venueSymbol, final OrderState state) {
            this.venueSymbol = venueSymbol;
            this.state = state;
        }

        @Override
        public void start(final Runnable whenDone) {
            trades.fetch(state.venueClOrdId(), venueSymbol, state.venueOrderId(), why -> {
                if (why == null) {
                    answer(state);
                }
                ended();
                whenDone.run();
            });
        }

        @Override
        public void drop(final String why) {
            ended();
        }

        private void ended() {
            running--;
            finishIfDone();
        }
    }
}
