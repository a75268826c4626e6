package io.weir.rest.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.weir.rest.http.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSocketTest {
    private static final long SILENCE_MS = 1_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Context loop = vertx.getOrCreateContext();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> accepted = new CopyOnWriteArrayList<>();
    private final HttpServer server = vertx.createHttpServer(
                    new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .webSocketHandler(accepted::add)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final LiveSocket socket =
            new LiveSocket(vertx, vertx.createWebSocketClient(), SILENCE_MS, System::nanoTime, new SocketHandler() {
                @Override
                public void onOpen() {
                    happened.add("open");
                }

                @Override
                public void onText(final String text) {
                    happened.add(text);
                }

                @Override
                public void onLost(final String why) {
                    happened.add("lost: " + why);
                }
            });

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldBeLostWhenTheOtherSideAnswersNoPing() {
        connect();
        accepted.get(0).pause();
        await().until(() -> happened.size() == 2);
        assertTrue(happened.get(1).startsWith("lost: silent"), happened.toString());
    }

    @Test
    void shouldLiveOnPongsAloneAndBeLostWithTheConnection() {
        connect();
        final long pings = 3;
        final int[] seen = new int[1];
        await().pollInterval(Duration.ofMillis(SILENCE_MS)).until(() -> ++seen[0] > pings);
        assertEquals(List.of("open"), happened);
        accepted.get(0).close();
        await().until(() -> happened.size() == 2);
        assertTrue(happened.get(1).startsWith("lost: closed"), happened.toString());
    }

    @Test
    void shouldHoldTheOtherSideBackWhilePausedAndLoseNothing() {
        connect();
        loop.runOnContext(go -> socket.pause());
        for (int i = 0; i < 100; i++) {
            accepted.get(0).writeTextMessage("m" + i);
        }
        final int[] seen = new int[1];
        await().pollInterval(Duration.ofMillis(SILENCE_MS)).until(() -> ++seen[0] > 2);
        assertEquals(List.of("open"), happened);
        loop.runOnContext(go -> socket.resume());
        await().until(() -> happened.size() == 101);
        assertEquals("m99", happened.get(100));
    }

    @Test
    void shouldSayNothingAfterItWasClosed() {
        connect();
        loop.runOnContext(go -> socket.close());
        await().until(() -> accepted.get(0).isClosed());
        assertEquals(List.of("open"), happened);
    }

    @Test
    void shouldBeLostWhenNobodyListens() {
        server.close().toCompletionStage().toCompletableFuture().join();
        loop.runOnContext(go -> socket.connect(endpoint(), "/x", 2_000));
        await().until(() -> happened.size() == 1);
        assertTrue(happened.get(0).startsWith("lost: no connection"), happened.toString());
    }

    private void connect() {
        loop.runOnContext(go -> socket.connect(endpoint(), "/x", 2_000));
        await().until(() -> !happened.isEmpty() && !accepted.isEmpty());
    }

    private Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.actualPort(), false, "");
    }
}
