package io.weir.rest.binance;

import io.vertx.core.http.HttpMethod;
import io.weir.protocol.decimal.Decimal;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.report.Job;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.VenueSymbols;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.request.VenueQuery;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks for single orders by our id. Questions for the same order stand in line, so that answers come in their order; an
 * answer that comes after its connection is gone is not said, for the agent no longer waits for it. Event loop, but for the
 * making of jobs.
 */
final class OrderQueries {
    /** Request weight of one. Source: binance-spot-api-docs, query order. */
    static final int WEIGHT = 4;

    private static final String PATH = "/api/v3/order";

    private final BinanceRest rest;
    private final OwnTrades trades;
    private final VenueSymbols symbols;
    private final ReportOutlet outlet;
    private final Map<String, ArrayDeque<Ask>> lines = new HashMap<>();

    OrderQueries(
            final BinanceRest rest, final OwnTrades trades, final VenueSymbols symbols, final ReportOutlet outlet) {
        this.rest = rest;
        this.trades = trades;
        this.symbols = symbols;
        this.outlet = outlet;
    }

    /** {@return the job of asking for one order} */
    Job ask(final VenueQuery query) {
        return new Ask(query);
    }

    private final class Ask implements Job, AnswerHandler {
        private final VenueQuery query;
        private Runnable done;
        private long connection;

        private Ask(final VenueQuery query) {
            this.query = query;
        }

        @Override
        public void start(final Runnable whenDone) {
            done = whenDone;
            connection = outlet.connection();
            final ArrayDeque<Ask> line = lines.computeIfAbsent(query.venueClOrdId(), id -> new ArrayDeque<>());
            line.add(this);
            if (line.size() == 1) {
                send();
            }
        }

        private void send() {
            rest.signed(HttpMethod.GET, PATH, this::params, this);
        }

        private Params params() {
            return new Params()
                    .add("symbol", symbols.theirs(query.symbol()))
                    .add("origClientOrderId", query.venueClOrdId());
        }

        @Override
        public void drop(final String why) {
            answer(Presence.COULD_NOT_ASK, query.venueOrderId(), Decimal.ABSENT, why);
        }

        @Override
        public void onAnswer(final Ruling ruling, final RestAnswer answer) {
            switch (ruling.kind()) {
                case DONE:
                    read(answer);
                    break;
                case NOT_FOUND:
                    end(Presence.ABSENT, "", Decimal.ABSENT, ruling.text());
                    break;
                case ARCHIVED:
                    end(Presence.CANCELED, query.venueOrderId(), Decimal.ZERO, ruling.text());
                    break;
                default:
                    end(Presence.COULD_NOT_ASK, query.venueOrderId(), Decimal.ABSENT, ruling.text());
                    break;
            }
        }

        private void read(final RestAnswer answer) {
            final OrderState state;
            try {
                state = OrderState.read(Json.parse(answer.body()));
            } catch (final JsonFault e) {
                end(Presence.COULD_NOT_ASK, query.venueOrderId(), Decimal.ABSENT, e.getMessage());
                return;
            }
            if (!Exact.isAbove(state.executedQty(), query.cumQty())) {
                end(state);
                return;
            }
            trades.fetch(query.venueClOrdId(), symbols.theirs(query.symbol()), state.venueOrderId(), fault -> {
                if (fault == null) {
                    end(state);
                } else {
                    end(Presence.COULD_NOT_ASK, Long.toString(state.venueOrderId()), Decimal.ABSENT, fault);
                }
            });
        }

        @Override
        public void onNotSent(final String why) {
            end(Presence.COULD_NOT_ASK, query.venueOrderId(), Decimal.ABSENT, why);
        }

        @Override
        public void onUnanswered(final String why) {
            end(Presence.COULD_NOT_ASK, query.venueOrderId(), Decimal.ABSENT, why);
        }

        private void end(final OrderState state) {
            end(state.presence(), Long.toString(state.venueOrderId()), state.executedQty(), state.status());
        }

        private void end(final Presence presence, final String venueOrderId, final Decimal cumQty, final String text) {
            if (connection == outlet.connection()) {
                answer(presence, venueOrderId, cumQty, text);
            }
            final ArrayDeque<Ask> line = lines.get(query.venueClOrdId());
            line.remove();
            if (line.isEmpty()) {
                lines.remove(query.venueClOrdId());
            } else {
                line.peek().send();
            }
            done.run();
        }

        private void answer(
                final Presence presence, final String venueOrderId, final Decimal cumQty, final String text) {
            outlet.say(new QueryAnswered(query.venueClOrdId(), presence, venueOrderId, cumQty, text));
        }
    }
}
