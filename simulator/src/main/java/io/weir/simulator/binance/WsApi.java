package io.weir.simulator.binance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.simulator.fault.RequestKind;
import io.weir.simulator.matching.Account;
import java.io.IOException;

/** One connection of the WebSocket API: requests and answers with ids, and user events. Called on the event loop only. */
final class WsApi {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_MESSAGE = 64 * 1024;

    private final BinanceVenue venue;
    private final Socket socket;
    private final String address;
    private final boolean withRateLimits;

    /** @param withRateLimits whether each answer says how much of the limits is used. */
    WsApi(final BinanceVenue venue, final Socket socket, final String address, final boolean withRateLimits) {
        this.venue = venue;
        this.socket = socket;
        this.address = address;
        this.withRateLimits = withRateLimits;
    }

    Socket socket() {
        return socket;
    }

    void onMessage(final String text) {
        final long nowMs = System.currentTimeMillis();
        try {
            if (text.length() > MAX_MESSAGE) {
                throw new IOException("message of " + text.length() + " characters");
            }
            final Request request = parse(text);
            try {
                work(request, nowMs);
            } catch (final NumberFormatException notANumber) {
                answer(request, Answer.bad(-1100, "Illegal characters found in a parameter."), null, nowMs);
            }
        } catch (final IOException | IllegalArgumentException malformed) {
            answer(new Request("null", "", null), Answer.bad(-1135, "Invalid JSON Request"), null, nowMs);
        }
    }

    private void work(final Request request, final long nowMs) {
        final int allowed = venue.limiter().charge(address, weight(request), nowMs);
        if (allowed != Answer.OK) {
            answer(request, refused(allowed, nowMs), null, nowMs);
            return;
        }
        final Params params = request.params;
        switch (request.method) {
            case "ping" -> answer(request, Answer.EMPTY, null, nowMs);
            case "time" -> answer(request, PublicApi.time(nowMs), null, nowMs);
            case "exchangeInfo" -> answer(request, venue.open().exchangeInfo(params, nowMs), null, nowMs);
            case "depth" -> answer(request, venue.open().depth(params), null, nowMs);
            case "order.place" -> signed(request, RequestKind.PLACE, venue.orders()::place, nowMs);
            case "order.cancel" -> signed(request, RequestKind.CANCEL, venue.orders()::cancel, nowMs);
            case "order.cancelReplace" -> signed(request, RequestKind.REPLACE, venue.orders()::cancelReplace, nowMs);
            case "openOrders.cancelAll" -> signed(request, RequestKind.CANCEL, venue.orders()::cancelAll, nowMs);
            case "order.status" -> signed(request, RequestKind.QUERY, venue.queries()::order, nowMs);
            case "openOrders.status" -> signed(request, RequestKind.QUERY, venue.queries()::openOrders, nowMs);
            case "allOrders" -> signed(request, RequestKind.QUERY, venue.queries()::allOrders, nowMs);
            case "myTrades" ->
                signed(
                        request,
                        RequestKind.QUERY,
                        (account, p, now) -> venue.queries().myTrades(account, p),
                        nowMs);
            case "account.status" -> signed(request, RequestKind.QUERY, venue.queries()::account, nowMs);
            case "userDataStream.subscribe.signature" ->
                signed(request, RequestKind.QUERY, (account, p, now) -> subscribe(account), nowMs);
            case "userDataStream.unsubscribe" -> {
                venue.users()
                        .unsubscribe(socket, params.has("subscriptionId") ? params.number("subscriptionId", 0) : null);
                answer(request, Answer.EMPTY, null, nowMs);
            }
            default -> answer(request, Answer.bad(-1130, "Unknown method."), null, nowMs);
        }
    }

    private Answer subscribe(final Account account) {
        return new Answer(Answer.OK, "{\"subscriptionId\":" + venue.users().subscribe(account, socket) + "}");
    }

    private static int weight(final Request request) {
        return switch (request.method) {
            case "order.status" -> 4;
            case "openOrders.status" -> request.params.has("symbol") ? 6 : 80;
            case "allOrders", "myTrades", "account.status", "exchangeInfo" -> 20;
            case "depth" -> PublicApi.depthWeight(request.params);
            case "userDataStream.subscribe.signature", "userDataStream.unsubscribe" -> 2;
            default -> 1;
        };
    }

    private Answer refused(final int status, final long nowMs) {
        final long retryAtMs = venue.limiter().retryAtMs(address, nowMs);
        final String msg = status == Answer.BANNED
                ? "Way too much request weight used; IP banned until " + retryAtMs + "."
                : "Too much request weight used.";
        return new Answer(
                status,
                "{\"code\":-1003,\"msg\":\"" + msg + "\",\"data\":{\"serverTime\":" + nowMs + ",\"retryAfter\":"
                        + retryAtMs + "}}");
    }

    private void signed(final Request request, final RequestKind kind, final Signed signed, final long nowMs) {
        final Params params = request.params;
        final String apiKey = params.get("apiKey");
        final Answer problem = venue.authenticator().check(apiKey, params, params.sortedPayload(), nowMs);
        if (problem != null) {
            answer(request, problem, null, nowMs);
            return;
        }
        final Account account = venue.authenticator().account(apiKey);
        venue.work(
                account,
                kind,
                () -> signed.answer(account, params, nowMs),
                socket::drop,
                answer -> answer(request, answer, kind == RequestKind.PLACE ? account : null, nowMs));
    }

    private void answer(final Request request, final Answer answer, final Account placedBy, final long nowMs) {
        final StringBuilder out = new StringBuilder(answer.body().length() + 320)
                .append("{\"id\":")
                .append(request.id)
                .append(",\"status\":")
                .append(answer.status())
                .append(answer.isOk() ? ",\"result\":" : ",\"error\":")
                .append(answer.body());
        if (withRateLimits) {
            out.append(",\"rateLimits\":[");
            if (placedBy != null) {
                appendLimit(
                        out, "ORDERS", "SECOND", 10, venue.limiter().limits().ordersPer10s());
                out.append(venue.limiter().ordersIn10s(placedBy, nowMs)).append("},");
                appendLimit(out, "ORDERS", "DAY", 1, venue.limiter().limits().ordersPerDay());
                out.append(venue.limiter().ordersToday(placedBy, nowMs)).append("},");
            }
            appendLimit(
                    out, "REQUEST_WEIGHT", "MINUTE", 1, venue.limiter().limits().weightPerMinute());
            out.append(venue.limiter().usedWeight(address, nowMs)).append("}]");
        }
        socket.send(out.append('}').toString());
    }

    private static void appendLimit(
            final StringBuilder out, final String type, final String interval, final int number, final int limit) {
        out.append("{\"rateLimitType\":\"")
                .append(type)
                .append("\",\"interval\":\"")
                .append(interval)
                .append("\",\"intervalNum\":")
                .append(number)
                .append(",\"limit\":")
                .append(limit)
                .append(",\"count\":");
    }

    private static Request parse(final String text) throws IOException {
        String id = "null";
        String method = "";
        final Params params = new Params();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                final String name = json.currentName();
                final JsonToken value = json.nextToken();
                switch (name) {
                    case "id" -> id = JsonIds.read(json);
                    case "method" -> method = json.getText();
                    case "params" -> {
                        if (value == JsonToken.START_OBJECT) {
                            params.addJson(json);
                        } else {
                            json.skipChildren();
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
        return new Request(id, method, params);
    }

    private interface Signed {
        Answer answer(Account account, Params params, long nowMs);
    }

    private record Request(String id, String method, Params params) {}
}
