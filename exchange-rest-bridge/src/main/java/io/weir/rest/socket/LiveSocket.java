package io.weir.rest.socket;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.weir.rest.http.Endpoint;
import java.util.function.LongSupplier;

/**
 * One WebSocket connection from its making to its loss. It pings, and counts as lost when nothing, not even a pong, has
 * come for too long: a half-open TCP connection looks like a quiet market. Used once; event loop only.
 */
public final class LiveSocket {
    private final Vertx vertx;
    private final WebSocketClient client;
    private final long silenceMs;
    private final LongSupplier nanoClock;
    private final SocketHandler handler;
    private WebSocket socket;
    private long timerId;
    private long heardNs;
    private boolean paused;
    private boolean ended;

    /**
     * Makes one; nothing happens before {@link #connect}.
     *
     * @param vertx     whose event loop is used.
     * @param client    makes the connection.
     * @param silenceMs ms without a sign of life after which it is lost; it pings three times within.
     * @param nanoClock monotonic, ns.
     * @param handler   hears it.
     */
    public LiveSocket(
            final Vertx vertx,
            final WebSocketClient client,
            final long silenceMs,
            final LongSupplier nanoClock,
            final SocketHandler handler) {
        this.vertx = vertx;
        this.client = client;
        this.silenceMs = silenceMs;
        this.nanoClock = nanoClock;
        this.handler = handler;
    }

    /**
     * Begins to connect.
     *
     * @param endpoint  of the server.
     * @param path      below the endpoint's, with its query.
     * @param timeoutMs ms until it counts as failed.
     */
    public void connect(final Endpoint endpoint, final String path, final long timeoutMs) {
        final WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.ssl())
                .setURI(endpoint.path() + path)
                .setTimeout(timeoutMs);
        client.connect(options).onComplete(connected -> {
            if (connected.failed()) {
                lose("no connection to " + endpoint + ": " + connected.cause().getMessage());
            } else if (ended) {
                connected.result().close();
            } else {
                open(connected.result());
            }
        });
    }

    private void open(final WebSocket opened) {
        socket = opened;
        heardNs = nanoClock.getAsLong();
        socket.textMessageHandler(text -> {
            heardNs = nanoClock.getAsLong();
            if (!ended) {
                handler.onText(text);
            }
        });
        socket.pongHandler(pong -> {
            heardNs = nanoClock.getAsLong();
            if (!ended) {
                handler.onAlive();
            }
        });
        socket.exceptionHandler(e -> lose(String.valueOf(e.getMessage())));
        socket.closeHandler(closed -> lose("closed by the other side, code " + opened.closeStatusCode()));
        timerId = vertx.setPeriodic(Math.max(1, silenceMs / 3), timer -> onTimer());
        handler.onOpen();
    }

    private void onTimer() {
        if (ended || paused) {
            return;
        }
        if (nanoClock.getAsLong() - heardNs > silenceMs * 1_000_000L) {
            lose("silent for more than " + silenceMs + " ms");
        } else {
            socket.writePing(Buffer.buffer());
        }
    }

    /**
     * Sends a text message.
     *
     * @param text to be sent; nothing happens if the connection is gone.
     */
    public void send(final String text) {
        if (socket != null && !ended) {
            socket.writeTextMessage(text);
        }
    }

    /** Stops reading, so that the other side has to wait; its silence does not count meanwhile. */
    public void pause() {
        if (socket != null && !ended && !paused) {
            paused = true;
            socket.pause();
        }
    }

    /** Reads on. */
    public void resume() {
        if (paused && !ended) {
            paused = false;
            heardNs = nanoClock.getAsLong();
            socket.resume();
        }
    }

    /** Ends the connection; its handler hears nothing any more. */
    public void close() {
        if (!ended) {
            end();
        }
    }

    private void lose(final String why) {
        if (!ended) {
            end();
            handler.onLost(why);
        }
    }

    private void end() {
        ended = true;
        vertx.cancelTimer(timerId);
        if (socket != null) {
            socket.close();
        }
    }
}
