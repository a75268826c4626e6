package io.weir.simulator.binance;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * One customer's WebSocket. Messages of one turn of the event loop are flushed together, for a system call each would cost more than
 * all the rest. Pings keep it alive; who does not answer or does not read is dropped. Called on the event loop only.
 */
final class Socket {
    private static final long MAX_PENDING_BYTES = 32L << 20;

    private final ServerWebSocket webSocket;
    private final ChannelHandlerContext channel;
    private final Context context;
    private long lastPongMs;
    private boolean flushScheduled;

    Socket(final ServerWebSocket webSocket, final Context context, final long nowMs) {
        this.webSocket = webSocket;
        this.channel = ((WebSocketInternal) webSocket).channelHandlerContext();
        this.context = context;
        this.lastPongMs = nowMs;
        webSocket.pongHandler(payload -> lastPongMs = System.currentTimeMillis());
        webSocket.exceptionHandler(broken -> drop());
    }

    ServerWebSocket webSocket() {
        return webSocket;
    }

    void send(final String text) {
        if (webSocket.isClosed()) {
            return;
        }
        channel.write(new TextWebSocketFrame(text));
        if (!flushScheduled) {
            flushScheduled = true;
            context.runOnContext(done -> flush());
        }
    }

    private void flush() {
        flushScheduled = false;
        channel.flush();
        final var pending = channel.channel().unsafe().outboundBuffer();
        if (pending != null && pending.totalPendingWriteBytes() > MAX_PENDING_BYTES) {
            drop();
        }
    }

    /** Sends a ping, or drops the connection if none was answered for {@code timeoutMs}. */
    void keepAlive(final long nowMs, final long timeoutMs) {
        if (nowMs - lastPongMs > timeoutMs) {
            drop();
        } else if (!webSocket.isClosed()) {
            webSocket.writePing(Buffer.buffer(Long.toString(nowMs)));
        }
    }

    /** Closes with a reason, as WebSocket has it. */
    void close(final short code, final String reason) {
        webSocket.close(code, reason);
    }

    /** Closes the connection without a farewell. */
    void drop() {
        channel.close();
    }
}
