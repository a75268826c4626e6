package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.socket.LiveSocket;
import io.weir.rest.socket.SocketHandler;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of our account, on one connection of the WebSocket API: connects, subscribes under our signature, reads until
 * it is lost. There are no numbers and no replay, so whatever cannot be read counts as a loss. Source:
 * binance-spot-api-docs, user data stream. Event loop only.
 */
final class UserStream {
    private static final Logger LOG = LoggerFactory.getLogger(UserStream.class);
    private static final String SUBSCRIBE = "userDataStream.subscribe.signature";
    private static final int SUBSCRIBE_ID = 1;
    private static final int OK = 200;

    /** What one connection leads to; each is called on the event loop. */
    interface Owner {
        /** Events come from now on. */
        void onSubscribed();

        /** The subscription is refused, for limits until {@code retryAtMs} of the venue's time, or for another reason if 0. */
        void onRefused(int code, String text, long retryAtMs);

        /** There are no events any more. */
        void onLost(String why);
    }

    private final Vertx vertx;
    private final WebSocketClient client;
    private final String venue;
    private final BinanceConfig config;
    private final BinanceSigner signer;
    private final ExecutionReportReader reader;
    private final StreamWatch watch;
    private final BinanceCounters counters;
    private final LongSupplier nanoClock;
    private final Owner owner;
    private final BooleanSupplier isClogged;
    private LiveSocket socket;

    UserStream(
            final Vertx vertx,
            final WebSocketClient client,
            final String venue,
            final BinanceConfig config,
            final BinanceSigner signer,
            final ExecutionReportReader reader,
            final StreamWatch watch,
            final BinanceCounters counters,
            final LongSupplier nanoClock,
            final Owner owner,
            final BooleanSupplier isClogged) {
        this.vertx = vertx;
        this.client = client;
        this.venue = venue;
        this.config = config;
        this.signer = signer;
        this.reader = reader;
        this.watch = watch;
        this.counters = counters;
        this.nanoClock = nanoClock;
        this.owner = owner;
        this.isClogged = isClogged;
    }

    /** Begins a new connection; one before it is ended. */
    void connect() {
        close();
        final Connection connection = new Connection();
        socket = new LiveSocket(vertx, client, config.silenceMs(), nanoClock, connection);
        connection.socket = socket;
        socket.connect(config.wsApi(), "", config.connectTimeoutMs());
    }

    /** Reads on, after it has stopped because reports could not leave. */
    void resume() {
        if (socket != null) {
            socket.resume();
        }
    }

    /** Ends the connection; the owner hears nothing of it. */
    void close() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private final class Connection implements SocketHandler {
        private LiveSocket socket;
        private boolean subscribed;
        private long timerId;

        @Override
        public void onOpen() {
            final ObjectNode request = JsonNodeFactory.instance.objectNode();
            request.put("id", SUBSCRIBE_ID);
            request.put("method", SUBSCRIBE);
            final ObjectNode params = request.putObject("params");
            signer.socketParams().forEach((name, value) -> params.putPOJO(name, value));
            timerId = vertx.setTimer(config.requestTimeoutMs(), timer -> lose("no answer to the subscription"));
            socket.send(request.toString());
        }

        @Override
        public void onAlive() {
            final long overdue = watch.overdue();
            if (overdue >= 0) {
                lose("it does not tell of order " + overdue + ", which was taken");
            }
        }

        @Override
        public void onText(final String text) {
            try {
                final JsonNode message = Json.parse(text);
                if (message.has("event")) {
                    onEvent(message.get("event"));
                } else if (message.path("id").asInt() == SUBSCRIBE_ID) {
                    onAnswer(message);
                } else if (message.has("error")) {
                    lose("the venue says " + message.get("error").path("msg").asText());
                } else {
                    counters.unknownEvents.incrementAndGet();
                }
            } catch (final JsonFault e) {
                counters.unreadable.incrementAndGet();
                lose("a message that cannot be read: " + e.getMessage());
            }
            if (isClogged.getAsBoolean()) {
                socket.pause();
            }
        }

        private void onAnswer(final JsonNode answer) {
            vertx.cancelTimer(timerId);
            if (Json.number(answer, "status") == OK) {
                subscribed = true;
                watch.reset();
                owner.onSubscribed();
                return;
            }
            socket.close();
            final JsonNode error = answer.path("error");
            owner.onRefused(
                    error.path("code").asInt(),
                    error.path("msg").asText("subscription refused"),
                    error.path("data").path("retryAfter").asLong());
        }

        private void onEvent(final JsonNode event) {
            switch (Json.text(event, "e")) {
                case "executionReport":
                    reader.read(event);
                    break;
                case "eventStreamTerminated":
                    lose("the venue has ended the subscription");
                    break;
                case "serverShutdown":
                    lose("the venue is about to close the connection");
                    break;
                case "outboundAccountPosition":
                case "balanceUpdate":
                case "externalLockUpdate":
                case "listStatus":
                    break; // the core keeps the balances; lists are never sent
                default:
                    counters.unknownEvents.incrementAndGet();
                    LOG.debug("venue={} event of an unknown kind", venue);
                    break;
            }
        }

        @Override
        public void onLost(final String why) {
            vertx.cancelTimer(timerId);
            owner.onLost(subscribed ? "user stream lost: " + why : "user stream: " + why);
        }

        private void lose(final String why) {
            socket.close();
            onLost(why);
        }
    }
}
