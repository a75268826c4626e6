package io.weir.simulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A WebSocket that keeps every message it gets. */
final class BinanceSocket implements WebSocket.Listener, AutoCloseable {
    final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean closed;
    private WebSocket webSocket;

    static BinanceSocket open(final HttpClient http, final URI uri) {
        final BinanceSocket socket = new BinanceSocket();
        socket.webSocket = http.newWebSocketBuilder().buildAsync(uri, socket).join();
        return socket;
    }

    void send(final String text) {
        webSocket.sendText(text, true).join();
    }

    JsonNode await(final Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .until(() -> received.stream().filter(wanted).findFirst().orElse(null), m -> m != null);
    }

    void awaitClosed() {
        Awaitility.await().until(() -> closed);
    }

    JsonNode answer(final String id) {
        return await(m -> m.path("id").asText().equals(id));
    }

    /** The first event of this execution type for this client id. */
    JsonNode execution(final String clientId, final String type) {
        return await(m -> is(m.path("event"), clientId, type)).path("event");
    }

    static boolean is(final JsonNode event, final String clientId, final String type) {
        return event.path("c").asText().equals(clientId)
                && event.path("x").asText().equals(type);
    }

    @Override
    public CompletionStage<?> onText(final WebSocket socket, final CharSequence data, final boolean last) {
        partial.append(data);
        if (last) {
            try {
                received.add(BinanceClient.MAPPER.readTree(partial.toString()));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket socket, final int statusCode, final String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(final WebSocket socket, final Throwable error) {
        closed = true;
    }

    @Override
    public void close() {
        webSocket.abort();
    }
}
