package io.weir.simulator.binance;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.weir.simulator.fault.RequestKind;
import io.weir.simulator.matching.Account;

/** REST under {@code /api/v3/}: weight, key and signature, then the request. Called on the event loop only. */
final class RestApi {
    private static final String PATH = "/api/v3/";
    private static final String API_KEY = "X-MBX-APIKEY";
    private static final CharSequence USED_WEIGHT = HttpHeaders.createOptimized("X-MBX-USED-WEIGHT-1M");
    private static final CharSequence ORDERS_10S = HttpHeaders.createOptimized("X-MBX-ORDER-COUNT-10S");
    private static final CharSequence ORDERS_1D = HttpHeaders.createOptimized("X-MBX-ORDER-COUNT-1D");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final int MAX_BODY = 64 * 1024;
    private static final int ORDER_QUERY_WEIGHT = 4;
    private static final int OPEN_ORDERS_WEIGHT = 6;
    private static final int ALL_OPEN_ORDERS_WEIGHT = 80;
    private static final int LIST_WEIGHT = 20;
    private static final int ORDER_TRADES_WEIGHT = 5;

    private final BinanceVenue venue;

    RestApi(final BinanceVenue venue) {
        this.venue = venue;
    }

    void handle(final HttpServerRequest request) {
        final String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.equals("0")) {
            receive(request, "");
        } else if (length.length() > 6 || Integer.parseInt(length) > MAX_BODY) {
            answer(request, new Answer(413, Answer.error(-1000, "Body too large.")), null, System.currentTimeMillis());
        } else {
            request.body().onSuccess(body -> receive(request, body.toString()));
        }
    }

    private void receive(final HttpServerRequest request, final String body) {
        final long nowMs = System.currentTimeMillis();
        final String query = request.query() == null ? "" : request.query();
        final Params params = new Params();
        try {
            params.addEncoded(query);
            params.addEncoded(body);
            route(request, params, query, body, nowMs);
        } catch (final NumberFormatException notANumber) {
            answer(request, Answer.bad(-1100, "Illegal characters found in a parameter."), null, nowMs);
        } catch (final IllegalArgumentException malformed) {
            answer(request, Answer.bad(-1101, "Malformed or too many parameters."), null, nowMs);
        }
    }

    private void route(
            final HttpServerRequest request,
            final Params params,
            final String query,
            final String body,
            final long nowMs) {
        final String path = request.path();
        final String name = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        final Route route = route(request.method(), name, params);
        final String address = request.remoteAddress().hostAddress();
        final int allowed = venue.limiter().charge(address, route == null ? 1 : route.weight, nowMs);
        if (allowed != Answer.OK) {
            answer(request, refused(address, allowed, nowMs), null, nowMs);
        } else if (route == null) {
            answer(request, Answer.NO_SUCH_PATH, null, nowMs);
        } else if (route.signed == null) {
            answer(request, route.open.answer(params, nowMs), null, nowMs);
        } else {
            signed(request, route, params, Params.payload(query, body), nowMs);
        }
    }

    private Answer refused(final String address, final int status, final long nowMs) {
        return status == Answer.TOO_MANY
                ? Answer.TOO_MANY_REQUESTS
                : new Answer(
                        Answer.BANNED,
                        Answer.error(
                                -1003,
                                "Way too much request weight used; IP banned until "
                                        + venue.limiter().retryAtMs(address, nowMs) + "."));
    }

    private void signed(
            final HttpServerRequest request,
            final Route route,
            final Params params,
            final String payload,
            final long nowMs) {
        final String apiKey = request.getHeader(API_KEY);
        final Answer problem = venue.authenticator().check(apiKey, params, payload, nowMs);
        if (problem != null) {
            answer(request, problem, null, nowMs);
            return;
        }
        final Account account = venue.authenticator().account(apiKey);
        venue.work(
                account,
                route.kind,
                () -> route.signed.answer(account, params, nowMs),
                () -> request.connection().close(),
                answer -> answer(request, answer, route.kind == RequestKind.PLACE ? account : null, nowMs));
    }

    private Route route(final HttpMethod method, final String name, final Params params) {
        final OrderApi orders = venue.orders();
        final QueryApi queries = venue.queries();
        return switch (method.name() + " " + name) {
            case "GET ping" -> Route.open(1, (p, now) -> Answer.EMPTY);
            case "GET time" -> Route.open(1, (p, now) -> PublicApi.time(now));
            case "GET exchangeInfo" -> Route.open(LIST_WEIGHT, venue.open()::exchangeInfo);
            case "GET depth" ->
                Route.open(
                        PublicApi.depthWeight(params), (p, now) -> venue.open().depth(p));
            case "POST order" -> Route.signed(RequestKind.PLACE, 1, orders::place);
            case "DELETE order" -> Route.signed(RequestKind.CANCEL, 1, orders::cancel);
            case "DELETE openOrders" -> Route.signed(RequestKind.CANCEL, 1, orders::cancelAll);
            case "POST order/cancelReplace" -> Route.signed(RequestKind.REPLACE, 1, orders::cancelReplace);
            case "GET order" -> Route.signed(RequestKind.QUERY, ORDER_QUERY_WEIGHT, queries::order);
            case "GET openOrders" ->
                Route.signed(
                        RequestKind.QUERY,
                        params.has("symbol") ? OPEN_ORDERS_WEIGHT : ALL_OPEN_ORDERS_WEIGHT,
                        queries::openOrders);
            case "GET allOrders" -> Route.signed(RequestKind.QUERY, LIST_WEIGHT, queries::allOrders);
            case "GET myTrades" ->
                Route.signed(
                        RequestKind.QUERY,
                        params.has("orderId") ? ORDER_TRADES_WEIGHT : LIST_WEIGHT,
                        (account, p, now) -> queries.myTrades(account, p));
            case "GET account" -> Route.signed(RequestKind.QUERY, LIST_WEIGHT, queries::account);
            default -> null;
        };
    }

    private void answer(
            final HttpServerRequest request, final Answer answer, final Account placedBy, final long nowMs) {
        final HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        final RateLimiter limiter = venue.limiter();
        final String address = request.remoteAddress().hostAddress();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        response.putHeader(USED_WEIGHT, Long.toString(limiter.usedWeight(address, nowMs)));
        if (placedBy != null) {
            response.putHeader(ORDERS_10S, Long.toString(limiter.ordersIn10s(placedBy, nowMs)));
            response.putHeader(ORDERS_1D, Long.toString(limiter.ordersToday(placedBy, nowMs)));
        }
        if (answer.status() == Answer.TOO_MANY || answer.status() == Answer.BANNED) {
            final long waitMs = limiter.retryAtMs(address, nowMs) - nowMs;
            response.putHeader(RETRY_AFTER, Long.toString((waitMs + 999) / 1_000));
        }
        response.end(Buffer.buffer(answer.body()));
    }

    private interface Open {
        Answer answer(Params params, long nowMs);
    }

    private interface Signed {
        Answer answer(Account account, Params params, long nowMs);
    }

    private record Route(RequestKind kind, int weight, Open open, Signed signed) {
        static Route open(final int weight, final Open open) {
            return new Route(null, weight, open, null);
        }

        static Route signed(final RequestKind kind, final int weight, final Signed signed) {
            return new Route(kind, weight, null, signed);
        }
    }
}
