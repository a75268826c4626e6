package io.weir.simulator.binance;

import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All connections of a venue: sends each to what it came for, keeps WebSockets alive, and can drop them all. On the event loop. */
final class Door {
    static final long PING_EVERY_MS = 20_000;

    private static final long PONG_WITHIN_MS = 60_000;
    private static final int MAX_CONNECTIONS = 1_000;
    private static final int CONNECT_WEIGHT = 2;
    private static final String API = "/ws-api/v3";
    private static final String RAW = "/ws";
    private static final String COMBINED = "/stream";

    private final BinanceVenue venue;
    private final Context context;
    private final RestApi rest;
    private final Set<HttpConnection> connections = new LinkedHashSet<>();
    private final Set<Socket> sockets = new LinkedHashSet<>();

    Door(final BinanceVenue venue, final Context context) {
        this.venue = venue;
        this.context = context;
        this.rest = new RestApi(venue);
    }

    void attach(final HttpServer http) {
        http.connectionHandler(this::onConnection);
        http.requestHandler(rest::handle);
        http.webSocketHandshakeHandler(this::onHandshake);
        http.webSocketHandler(this::onWebSocket);
    }

    private void onConnection(final HttpConnection connection) {
        if (connections.size() >= MAX_CONNECTIONS) {
            connection.close();
            return;
        }
        connections.add(connection);
        connection.closeHandler(closed -> connections.remove(connection));
    }

    private void onHandshake(final ServerWebSocketHandshake handshake) {
        final String path = handshake.path();
        final long nowMs = System.currentTimeMillis();
        final int weight = path.equals(API) ? CONNECT_WEIGHT : 0;
        final int allowed = venue.limiter().charge(handshake.remoteAddress().hostAddress(), weight, nowMs);
        if (allowed != Answer.OK) {
            handshake.reject(allowed);
        } else if (path.equals(API) || path.equals(RAW) || path.startsWith(RAW + "/") || path.equals(COMBINED)) {
            handshake.accept();
        } else {
            handshake.reject(Answer.NOT_FOUND);
        }
    }

    private void onWebSocket(final ServerWebSocket webSocket) {
        final Socket socket = new Socket(webSocket, context, System.currentTimeMillis());
        sockets.add(socket);
        if (webSocket.path().equals(API)) {
            openApi(webSocket, socket);
        } else {
            openStreams(webSocket, socket);
        }
    }

    private void openApi(final ServerWebSocket webSocket, final Socket socket) {
        final String query = webSocket.query() == null ? "" : webSocket.query();
        final boolean withRateLimits = !query.contains("returnRateLimits=false");
        final WsApi api = new WsApi(venue, socket, webSocket.remoteAddress().hostAddress(), withRateLimits);
        webSocket.textMessageHandler(api::onMessage);
        webSocket.closeHandler(closed -> {
            sockets.remove(socket);
            venue.users().unsubscribe(socket, null);
        });
    }

    private void openStreams(final ServerWebSocket webSocket, final Socket socket) {
        final boolean combined = webSocket.path().equals(COMBINED);
        final MarketStreams.Listener listener = venue.markets().open(socket, combined, wanted(webSocket));
        webSocket.textMessageHandler(text -> listener.onMessage(text, System.currentTimeMillis()));
        webSocket.closeHandler(closed -> {
            sockets.remove(socket);
            venue.markets().close(listener);
        });
    }

    private static List<String> wanted(final ServerWebSocket webSocket) {
        final String path = webSocket.path();
        if (path.startsWith(RAW + "/")) {
            return List.of(path.substring(RAW.length() + 1));
        }
        final String query = webSocket.query();
        if (query == null || !query.startsWith("streams=")) {
            return List.of();
        }
        return Arrays.stream(query.substring("streams=".length()).split("/"))
                .limit(MarketStreams.MAX_STREAMS)
                .toList();
    }

    void pingAll(final long nowMs) {
        List.copyOf(sockets).forEach(s -> s.keepAlive(nowMs, PONG_WITHIN_MS));
    }

    /** Drops every connection without a farewell. */
    void dropAll() {
        List.copyOf(sockets).forEach(Socket::drop);
        List.copyOf(connections).forEach(HttpConnection::close);
    }
}
