package io.weir.rest.binance;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on loopback that answers with what a test has written, for what no exchange that works would say. */
final class ScriptedVenue implements AutoCloseable {
    /** One request as it came. */
    record Asked(String method, String path, String query, String body, String apiKey) {}

    /** One answer to give. */
    record Script(int status, Map<String, String> headers, String body) {
        static Script of(final int status, final String body) {
            return new Script(status, Map.of(), body);
        }
    }

    /** Instead of an answer. */
    static final Script SILENCE = Script.of(0, "");

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger subscriptions = new AtomicInteger();
    private final Map<String, Function<Asked, Script>> scripts = new ConcurrentHashMap<>();
    private final List<ServerWebSocket> userSockets = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> depthSockets = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private volatile String subscriptionAnswer = "{\"id\":1,\"status\":200,\"result\":{\"subscriptionId\":0}}";

    ScriptedVenue() {
        script("GET /api/v3/time", asked -> Script.of(200, "{\"serverTime\":" + System.currentTimeMillis() + "}"));
        script("GET /api/v3/exchangeInfo", asked -> Script.of(200, Payloads.read("exchange-info.json")));
        script("GET /api/v3/depth", asked -> Script.of(200, "{\"lastUpdateId\":5,\"bids\":[],\"asks\":[]}"));
        script("GET /api/v3/openOrders", asked -> Script.of(200, "[]"));
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::onRequest)
                .webSocketHandler(this::onSocket)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    void script(final String methodAndPath, final Function<Asked, Script> script) {
        scripts.put(methodAndPath, script);
    }

    void subscriptionAnswer(final String answer) {
        subscriptionAnswer = answer;
    }

    private void onRequest(final HttpServerRequest request) {
        request.body().onSuccess(body -> {
            final Asked one = new Asked(
                    request.method().name(),
                    request.path(),
                    request.query() == null ? "" : request.query(),
                    body.toString(),
                    request.getHeader("X-MBX-APIKEY"));
            asked.add(one);
            final Function<Asked, Script> script = scripts.get(one.method + " " + one.path);
            final Script answer = script == null ? Script.of(404, "no such path") : script.apply(one);
            if (answer == SILENCE) {
                return;
            }
            request.response().setStatusCode(answer.status);
            answer.headers.forEach((name, value) -> request.response().putHeader(name, value));
            request.response().end(answer.body);
        });
    }

    private void onSocket(final ServerWebSocket socket) {
        if (!socket.path().equals("/ws-api/v3")) {
            depthSockets.add(socket);
            return;
        }
        userSockets.add(socket);
        socket.textMessageHandler(text -> {
            heard.add(text);
            socket.writeTextMessage(subscriptionAnswer);
            subscriptions.incrementAndGet();
        });
    }

    /** Says a message to whoever listens to user events. */
    void tellUser(final String message) {
        userSockets.forEach(socket -> socket.writeTextMessage(message));
    }

    /** Says an event of the account. */
    void tellEvent(final String event) {
        tellUser("{\"subscriptionId\":0,\"event\":" + event + "}");
    }

    /** Says an update of a book. */
    void tellDepth(final String update) {
        depthSockets.forEach(
                socket -> socket.writeTextMessage("{\"stream\":\"btcusdt@depth@100ms\",\"data\":" + update + "}"));
    }

    int depthListeners() {
        return depthSockets.size();
    }

    long countOf(final String path) {
        return asked.stream().filter(one -> one.path.equals(path)).count();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
