package io.weir.simulator.binance;

import static io.weir.simulator.binance.Codes.DECIMALS;

import io.weir.simulator.fault.Faults;
import io.weir.simulator.fault.ReportGate;
import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Trade;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * User events for subscribed connections: executionReport at once, outboundAccountPosition gathered over a few milliseconds. There is
 * no replay: what happens while nobody listens is not told. Called on the event loop only.
 */
final class UserStreams {
    private final Exchange exchange;
    private final Faults faults;
    private final Outbox outbox;
    private final Map<Account, User> users = new HashMap<>();
    private final JsonText json = new JsonText(1_024);
    private long nextSubscriptionId;
    private long executionIds;

    UserStreams(final Exchange exchange, final Faults faults, final Outbox outbox, final long startMs) {
        this.exchange = exchange;
        this.faults = faults;
        this.outbox = outbox;
        this.executionIds = startMs * 1_000;
    }

    /** Subscribes a connection and returns the subscription's id; ends a silence, and what was held in it is lost. */
    long subscribe(final Account account, final Socket socket) {
        final User user = users.computeIfAbsent(account, a -> new User());
        user.gate.reset();
        user.subscriptions.put(++nextSubscriptionId, socket);
        return nextSubscriptionId;
    }

    /** Ends one subscription of a connection, or with a null id all of them. */
    void unsubscribe(final Socket socket, final Long subscriptionId) {
        for (final User user : users.values()) {
            user.subscriptions
                    .entrySet()
                    .removeIf(s -> s.getValue() == socket
                            && (subscriptionId == null || s.getKey().equals(subscriptionId)));
        }
    }

    /** Holds back the account's events. */
    void silence(final Account account) {
        users.computeIfAbsent(account, a -> new User()).gate.silence();
    }

    /** Lets out what was delayed, and tells balances that have changed. */
    void tick(final long nowMs) {
        users.forEach((account, user) -> {
            user.gate.release(nowMs);
            if (user.anyDirty) {
                user.gate.say(position(account, user, nowMs), false, nowMs);
            }
        });
    }

    void onAccepted(final Order order) {
        say(order, "NEW", order.clOrdId(), "", order.updatedMs(), null);
    }

    void onCanceled(final Order order, final String cancelClOrdId) {
        final boolean asked = cancelClOrdId != null;
        say(
                order,
                "CANCELED",
                asked ? cancelClOrdId : order.clOrdId(),
                asked ? order.clOrdId() : "",
                order.updatedMs(),
                null);
    }

    void onExpired(final Order order) {
        say(order, "EXPIRED", order.clOrdId(), "", order.updatedMs(), null);
    }

    void onTrade(final Trade trade, final Order order) {
        say(order, "TRADE", order.clOrdId(), "", trade.timeMs(), trade);
    }

    private void say(
            final Order order,
            final String type,
            final String clientId,
            final String origClientId,
            final long timeMs,
            final Trade trade) {
        final User user = users.get(order.account());
        if (user == null) {
            return;
        }
        user.markDirty(order.book());
        if (user.subscriptions.isEmpty() && !user.gate.isSilent()) {
            return;
        }
        final String event = executionReport(order, type, clientId, origClientId, timeMs, trade);
        outbox.add(() -> user.gate.say(event, trade != null, timeMs));
    }

    private String executionReport(
            final Order order,
            final String type,
            final String clientId,
            final String origClientId,
            final long timeMs,
            final Trade trade) {
        final Instrument i = order.instrument();
        json.clear()
                .open('{')
                .put("e", "executionReport")
                .put("E", timeMs)
                .put("s", i.symbol())
                .put("c", clientId)
                .put("S", order.side().name())
                .put("o", order.ordType().name())
                .put("f", OrderJson.timeInForce(order))
                .putDecimal("q", order.orderQty(), i.qtyScale(), DECIMALS)
                .putDecimal("p", order.price(), i.priceScale(), DECIMALS)
                .put("P", "0.00000000")
                .put("F", "0.00000000")
                .put("g", -1)
                .put("C", origClientId)
                .put("x", type)
                .put("X", order.ordStatus().name())
                .put("r", "NONE")
                .put("i", order.orderId())
                .putDecimal("l", trade == null ? 0 : trade.lastQty(), i.qtyScale(), DECIMALS)
                .putDecimal("z", order.cumQty(), i.qtyScale(), DECIMALS)
                .putDecimal("L", trade == null ? 0 : trade.lastPx(), i.priceScale(), DECIMALS);
        if (trade == null) {
            json.put("n", "0").name("N").raw("null");
        } else {
            json.putDecimal("n", trade.feeOf(order), Account.SCALE, DECIMALS)
                    .put("N", order.book().feeAsset(order.side()));
        }
        final long lastQuote = trade == null ? 0 : i.notional(trade.lastPx(), trade.lastQty());
        return json.put("T", timeMs)
                .put("t", trade == null ? -1 : trade.tradeId())
                .put("I", ++executionIds)
                .put("w", order.isResting())
                .put("m", trade != null && trade.maker() == order)
                .put("M", false)
                .put("O", order.createdMs())
                .putDecimal("Z", order.cumNotional(), Account.SCALE, DECIMALS)
                .putDecimal("Y", lastQuote, Account.SCALE, DECIMALS)
                .put("Q", "0.00000000")
                .put("W", order.createdMs())
                .put("V", "NONE")
                .close('}')
                .toString();
    }

    private String position(final Account account, final User user, final long nowMs) {
        json.clear()
                .open('{')
                .put("e", "outboundAccountPosition")
                .put("E", nowMs)
                .put("u", nowMs)
                .name("B")
                .open('[');
        for (int asset = 0; asset < user.dirty.length; asset++) {
            if (user.dirty[asset]) {
                user.dirty[asset] = false;
                json.open('{')
                        .put("a", exchange.assets().names().get(asset))
                        .putDecimal("f", account.free(asset), Account.SCALE, DECIMALS)
                        .putDecimal("l", account.locked(asset), Account.SCALE, DECIMALS)
                        .close('}');
            }
        }
        user.anyDirty = false;
        return json.close(']').close('}').toString();
    }

    private final class User {
        private final Map<Long, Socket> subscriptions = new LinkedHashMap<>();
        private final ReportGate<String> gate = new ReportGate<>(faults, this::send);
        private final boolean[] dirty = new boolean[exchange.assets().names().size()];
        private boolean anyDirty;

        private void markDirty(final OrderBook book) {
            dirty[book.baseAsset()] = true;
            dirty[book.quoteAsset()] = true;
            anyDirty = true;
        }

        private void send(final String event) {
            subscriptions.forEach(
                    (id, socket) -> socket.send("{\"subscriptionId\":" + id + ",\"event\":" + event + "}"));
        }
    }
}
