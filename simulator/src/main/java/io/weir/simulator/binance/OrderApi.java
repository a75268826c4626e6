package io.weir.simulator.binance;

import io.weir.simulator.floor.TradingFloor;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.RejectReason;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** What changes orders, for REST and the WebSocket API alike. Called on the venue's thread. */
final class OrderApi {
    private static final String CLIENT_ID_RULE = "^[a-zA-Z0-9-_]{1,36}$";
    private static final int MAX_CLIENT_ID = 36;

    private final TradingFloor floor;
    private final RateLimiter limiter;
    private final OrderJson json = new OrderJson();
    private final String inventedPrefix;
    private long invented;

    OrderApi(final TradingFloor floor, final RateLimiter limiter, final long startMs) {
        this.floor = floor;
        this.limiter = limiter;
        this.inventedPrefix = "v" + Long.toString(startMs, Character.MAX_RADIX) + "-";
    }

    /** POST order, order.place. */
    Answer place(final Account account, final Params params, final long nowMs) {
        final OrderBook book = book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        final Draft draft = draft(book.instrument(), params, "newClientOrderId");
        if (draft.problem != null) {
            return draft.problem;
        }
        if (floor.isFull()) {
            return Answer.bad(-2010, "This action is disabled: the venue's ledger is full.");
        }
        final String limit = limiter.countOrder(account, nowMs);
        if (limit != null) {
            return new Answer(
                    Answer.TOO_MANY, Answer.error(-1015, "Too many new orders; current limit is " + limit + "."));
        }
        final Order order = floor.exchange().place(account, draft.request, false, nowMs);
        if (order.rejectReason() != null) {
            return Codes.refusal(order.rejectReason());
        }
        return new Answer(Answer.OK, placed(order, params.get("newOrderRespType")));
    }

    private String placed(final Order order, final String asked) {
        final String type = asked != null ? asked : order.ordType() == OrdType.LIMIT_MAKER ? "ACK" : "FULL";
        return type.equals("ACK") ? json.ack(order) : json.result(order, type.equals("FULL"));
    }

    /** Checks in the order in which the venue does: presence, words, numbers. */
    private Draft draft(final Instrument i, final Params params, final String clientIdName) {
        if (!params.has("side")) {
            return new Draft(Answer.missing("side"), null);
        }
        final Side side = Codes.side(params.get("side"));
        if (side == null) {
            return new Draft(Answer.BAD_SIDE, null);
        }
        if (!params.has("type")) {
            return new Draft(Answer.missing("type"), null);
        }
        final OrdType type = Codes.ordType(params.get("type"));
        if (type == null) {
            return new Draft(Answer.BAD_TYPE, null);
        }
        final Answer shape = checkShape(type, params);
        if (shape != null) {
            return new Draft(shape, null);
        }
        final TimeInForce timeInForce = timeInForce(type, params);
        if (timeInForce == null) {
            return new Draft(Answer.BAD_TIME_IN_FORCE, null);
        }
        final String clientId = params.has(clientIdName) ? params.get(clientIdName) : inventClientId();
        if (!isClientId(clientId)) {
            return new Draft(Answer.illegal(clientIdName, CLIENT_ID_RULE), null);
        }
        final Number qty = number(params, "quantity", i.qtyScale(), "LOT_SIZE");
        final Number price =
                type == OrdType.MARKET ? new Number(null, 0) : number(params, "price", i.priceScale(), "PRICE_FILTER");
        if (qty.problem != null || price.problem != null) {
            return new Draft(qty.problem != null ? qty.problem : price.problem, null);
        }
        return new Draft(null, new NewOrder(i.symbol(), clientId, side, type, timeInForce, price.value, qty.value));
    }

    private static Answer checkShape(final OrdType type, final Params params) {
        if (params.has("quoteOrderQty")) {
            return Answer.bad(-1106, "Parameter 'quoteOrderQty' sent when not required.");
        }
        if (!params.has("quantity")) {
            return Answer.missing("quantity");
        }
        if (type == OrdType.MARKET) {
            return params.has("price") ? Answer.bad(-1106, "Parameter 'price' sent when not required.") : null;
        }
        if (!params.has("price")) {
            return Answer.missing("price");
        }
        if (type == OrdType.LIMIT && !params.has("timeInForce")) {
            return Answer.missing("timeInForce");
        }
        final String stp = params.get("selfTradePreventionMode");
        if (stp != null && !stp.equals("NONE")) {
            return Answer.bad(-2010, "This symbol does not allow the specified self-trade prevention mode.");
        }
        return null;
    }

    private static TimeInForce timeInForce(final OrdType type, final Params params) {
        return switch (type) {
            case MARKET -> TimeInForce.IOC;
            case LIMIT_MAKER -> TimeInForce.GTC;
            case LIMIT -> Codes.timeInForce(params.get("timeInForce"));
        };
    }

    /** More than 8 decimals is a matter of precision, fewer that do not fit the step one of the filter. */
    private static Number number(final Params params, final String name, final int scale, final String filter) {
        final long exact = Decimals.parse(params.get(name), Codes.DECIMALS);
        if (exact == Decimals.TOO_PRECISE) {
            return new Number(Answer.bad(-1111, "Parameter '" + name + "' has too much precision."), 0);
        }
        if (exact == Decimals.MALFORMED || exact < 0) {
            return new Number(Answer.illegal(name, "^([0-9]{1,20})(\\\\.[0-9]{1,20})?$"), 0);
        }
        final long unit = Decimals.pow10(Codes.DECIMALS - scale);
        return exact % unit == 0 ? new Number(null, exact / unit) : new Number(Answer.filter(filter), 0);
    }

    private static boolean isClientId(final String id) {
        if (id.length() > MAX_CLIENT_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            final char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private String inventClientId() {
        return inventedPrefix + ++invented;
    }

    /** DELETE order, order.cancel. */
    Answer cancel(final Account account, final Params params, final long nowMs) {
        final OrderBook book = book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        if (!params.has("orderId") && !params.has("origClientOrderId")) {
            return Answer.bad(-1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
        }
        final Order order = find(account, book, params, "orderId", "origClientOrderId");
        final String cancelId = params.has("newClientOrderId") ? params.get("newClientOrderId") : inventClientId();
        if (!isClientId(cancelId)) {
            return Answer.illegal("newClientOrderId", CLIENT_ID_RULE);
        }
        return cancel(order, cancelId, params.get("cancelRestrictions"), nowMs);
    }

    private Answer cancel(final Order order, final String cancelId, final String restrictions, final long nowMs) {
        if (order == null || !order.isOpen()) {
            return Answer.UNKNOWN_CANCEL;
        }
        final OrdStatus wanted = "ONLY_NEW".equals(restrictions)
                ? OrdStatus.NEW
                : "ONLY_PARTIALLY_FILLED".equals(restrictions) ? OrdStatus.PARTIALLY_FILLED : order.ordStatus();
        if (order.ordStatus() != wanted) {
            return Answer.bad(-2011, "Order was not canceled due to cancel restrictions.");
        }
        final RejectReason reason = floor.exchange().cancel(order, cancelId, nowMs);
        return reason != null ? Codes.refusal(reason) : new Answer(Answer.OK, json.canceled(order, cancelId));
    }

    /** DELETE openOrders: all open orders of one symbol. */
    Answer cancelAll(final Account account, final Params params, final long nowMs) {
        final OrderBook book = book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        final List<String> canceled = new ArrayList<>();
        Order order = account.firstOpen();
        while (order != null) {
            final Order next = order.nextOpen();
            if (order.book() == book) {
                canceled.add(cancel(order, inventClientId(), null, nowMs).body());
            }
            order = next;
        }
        return canceled.isEmpty()
                ? Answer.UNKNOWN_CANCEL
                : new Answer(Answer.OK, "[" + String.join(",", canceled) + "]");
    }

    /** POST cancelReplace: cancel first, then place; two steps, of which one can fail alone. */
    Answer cancelReplace(final Account account, final Params params, final long nowMs) {
        final OrderBook book = book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        final String mode = params.get("cancelReplaceMode");
        if (!"STOP_ON_FAILURE".equals(mode) && !"ALLOW_FAILURE".equals(mode)) {
            return Answer.missing("cancelReplaceMode");
        }
        if (!params.has("cancelOrderId") && !params.has("cancelOrigClientOrderId")) {
            return Answer.bad(
                    -1102,
                    "Param 'cancelOrigClientOrderId' or 'cancelOrderId' must be sent, but both were empty/null!");
        }
        final Draft draft = draft(book.instrument(), params, "newClientOrderId");
        if (draft.problem != null) {
            return draft.problem;
        }
        final String cancelId =
                params.has("cancelNewClientOrderId") ? params.get("cancelNewClientOrderId") : inventClientId();
        if (!isClientId(cancelId)) {
            return Answer.illegal("cancelNewClientOrderId", CLIENT_ID_RULE);
        }
        final Order old = find(account, book, params, "cancelOrderId", "cancelOrigClientOrderId");
        final Answer cancel = cancel(old, cancelId, params.get("cancelRestrictions"), nowMs);
        if (!cancel.isOk() && "STOP_ON_FAILURE".equals(mode)) {
            final String limit = limiter.countOrder(account, nowMs);
            return limit == null ? CancelReplace.stopped(cancel) : CancelReplace.answer(cancel, tooManyOrders(limit));
        }
        return CancelReplace.answer(cancel, place(account, params, nowMs));
    }

    private static Answer tooManyOrders(final String limit) {
        return new Answer(Answer.TOO_MANY, Answer.error(-1015, "Too many new orders; current limit is " + limit + "."));
    }

    /** The book of the parameter {@code symbol}, or null. */
    OrderBook book(final Params params) {
        final String symbol = params.get("symbol");
        return symbol == null ? null : floor.exchange().book(symbol);
    }

    /** The account's order in the book by either id, or null. A venue id goes before a client id. */
    Order find(
            final Account account,
            final OrderBook book,
            final Params params,
            final String orderIdName,
            final String clientIdName) {
        final Order order = params.has(orderIdName)
                ? floor.exchange().order(params.number(orderIdName, 0))
                : params.has(clientIdName) ? account.findByClOrdId(params.get(clientIdName)) : null;
        return order != null && order.account() == account && order.book() == book ? order : null;
    }

    private record Draft(Answer problem, NewOrder request) {}

    private record Number(Answer problem, long value) {}
}
