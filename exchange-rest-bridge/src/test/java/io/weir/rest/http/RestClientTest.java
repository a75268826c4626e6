package io.weir.rest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The three outcomes of a request: answered, not sent, unanswered. */
class RestClientTest {
    private static final int MAX_BODY = 1_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Context loop = vertx.getOrCreateContext();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final HttpServer server = vertx.createHttpServer(
                    new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::serve)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final RestClient client = client(server.actualPort());

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(final HttpServerRequest request) {
        switch (request.path()) {
            case "/base/echo":
                request.body()
                        .onSuccess(body -> request.response()
                                .setStatusCode(201)
                                .end(request.method() + " " + request.query() + " " + body + " "
                                        + request.getHeader("X-Test")));
                break;
            case "/base/long":
                request.response().end("x".repeat(MAX_BODY + 1));
                break;
            case "/base/half":
                request.response().putHeader("Content-Length", "10").write("half");
                request.response().exceptionHandler(e -> {});
                vertx.setTimer(20, timer -> request.connection().close());
                break;
            case "/base/drop":
                request.connection().close();
                break;
            default:
                break; // says nothing
        }
    }

    @Test
    void shouldHandOnAnAnswerWhole() {
        assertEquals("answer 201 GET a=1 " + " v", outcome(HttpMethod.GET, "/echo", false));
        assertEquals("answer 201 POST null a=1 v", outcome(HttpMethod.POST, "/echo", true));
    }

    @Test
    void shouldKnowThatNothingHasLeftWhenNobodyListens() throws IOException {
        try (Socket taken = new Socket()) { // bound, so that nobody else comes to listen there
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            final String outcome = outcome(client(taken.getLocalPort()), HttpMethod.GET, "/echo", false);
            assertTrue(outcome.startsWith("not sent no connection to 127.0.0.1"), outcome);
        }
    }

    @Test
    void shouldKnowNothingAfterSilenceADropOrHalfAnAnswer() {
        for (final String path : List.of("/silent", "/drop", "/half", "/long")) {
            final String outcome = outcome(HttpMethod.POST, path, true);
            assertTrue(outcome.startsWith("unanswered"), path + ": " + outcome);
        }
    }

    @Test
    void shouldWorkOnAfterRequestsThatWereNotAnswered() {
        for (int i = 0; i < 4; i++) {
            assertTrue(outcome(HttpMethod.GET, "/silent", false).startsWith("unanswered"));
        }
        assertTrue(outcome(HttpMethod.GET, "/echo", false).startsWith("answer 201"));
    }

    private RestClient client(final int port) {
        return new RestClient(
                vertx, new Endpoint("127.0.0.1", port, false, "/base"), new RestBounds(2, 2, 2_000, 300, MAX_BODY));
    }

    private String outcome(final HttpMethod method, final String path, final boolean inBody) {
        return outcome(client, method, path, inBody);
    }

    private String outcome(final RestClient asking, final HttpMethod method, final String path, final boolean inBody) {
        final int before = happened.size();
        loop.runOnContext(go ->
                asking.send(new RestCall(method, path, Map.of("X-Test", "v"), () -> "a=1", inBody), new RestHandler() {
                    @Override
                    public void onAnswer(final RestAnswer answer) {
                        happened.add("answer " + answer.status() + " " + new String(answer.body()));
                    }

                    @Override
                    public void onNotSent(final String why) {
                        happened.add("not sent " + why);
                    }

                    @Override
                    public void onUnanswered(final String why) {
                        happened.add("unanswered " + why);
                    }
                }));
        await().until(() -> happened.size() > before);
        return happened.get(before);
    }
}
