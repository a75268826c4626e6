package io.weir.simulator.binance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weir.simulator.RateLimits;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Trade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The market streams: {@code /ws/<stream>}, {@code /stream?streams=…} and SUBSCRIBE at run time. An unknown stream name is accepted
 * and silent, as at the venue. Called on the event loop only.
 */
final class MarketStreams {
    static final int MAX_STREAMS = 1_024;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MICROS_PER_MS = 1_000;
    private static final short POLICY_VIOLATION = 1008;
    private static final long SECOND_MS = 1_000;

    private final Map<OrderBook, BookStreams> books = new HashMap<>();
    private final Map<String, Set<Listener>> listeners = new HashMap<>();
    private final Set<Listener> all = new LinkedHashSet<>();
    private final RateLimits limits;
    private final JsonText json = new JsonText(256);

    /** Update ids begin at the current time in microseconds, so they rise over restarts too. */
    MarketStreams(final Exchange exchange, final Faults faults, final RateLimits limits, final long nowMs) {
        this.limits = limits;
        for (final OrderBook book : exchange.books()) {
            final String prefix = book.instrument().symbol().toLowerCase(Locale.ROOT);
            books.put(book, new BookStreams(book, prefix, faults, nowMs * MICROS_PER_MS));
        }
    }

    /** The id of the last change of a book. */
    long updateId(final OrderBook book) {
        return books.get(book).updateId();
    }

    /**
     * Takes in a connection.
     *
     * @param combined whether each message is wrapped with its stream's name.
     * @param streams what it listens to from the start.
     */
    Listener open(final Socket socket, final boolean combined, final List<String> streams) {
        final Listener listener = new Listener(socket, combined);
        all.add(listener);
        streams.forEach(listener::subscribe);
        follow();
        return listener;
    }

    void close(final Listener listener) {
        all.remove(listener);
        List.copyOf(listener.streams).forEach(listener::unsubscribe);
        follow();
    }

    private void follow() {
        books.values().forEach(b -> b.follow(this::hasListeners));
    }

    private boolean hasListeners(final String stream) {
        return listeners.containsKey(stream);
    }

    void tellDepth(final boolean slow, final long nowMs) {
        books.values().forEach(b -> b.tellDepth(slow, nowMs, this::hasListeners, this::tell));
    }

    void tellTickers() {
        books.values().forEach(b -> b.tellTicker(this::hasListeners, this::tell));
    }

    void tellTrade(final Trade trade) {
        books.get(trade.taker().book()).tellTrade(trade, this::hasListeners, this::tell);
    }

    private void tell(final String stream, final String message) {
        String wrapped = null;
        for (final Listener listener : listeners.getOrDefault(stream, Set.of())) {
            if (!listener.combined) {
                listener.socket.send(message);
                continue;
            }
            if (wrapped == null) {
                wrapped = "{\"stream\":\"" + stream + "\",\"data\":" + message + "}";
            }
            listener.socket.send(wrapped);
        }
    }

    /** One connection and what it listens to. */
    final class Listener {
        private final Socket socket;
        private final boolean combined;
        private final Set<String> streams = new LinkedHashSet<>();
        private long messageSecond;
        private int messages;

        Listener(final Socket socket, final boolean combined) {
            this.socket = socket;
            this.combined = combined;
        }

        Socket socket() {
            return socket;
        }

        private void subscribe(final String stream) {
            if (streams.size() < MAX_STREAMS && streams.add(stream)) {
                listeners.computeIfAbsent(stream, s -> new LinkedHashSet<>()).add(this);
                if (stream.endsWith("@bookTicker")) {
                    books.values().forEach(BookStreams::repeatTicker);
                }
            }
        }

        private void unsubscribe(final String stream) {
            if (streams.remove(stream)) {
                final Set<Listener> left = listeners.get(stream);
                left.remove(this);
                if (left.isEmpty()) {
                    listeners.remove(stream);
                }
            }
        }

        /** SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS; too many messages a second end the connection. */
        void onMessage(final String text, final long nowMs) {
            if (nowMs / SECOND_MS != messageSecond) {
                messageSecond = nowMs / SECOND_MS;
                messages = 0;
            }
            if (++messages > limits.streamMessagesPerSecond()) {
                socket.close(POLICY_VIOLATION, "Too many requests");
                return;
            }
            final Request request;
            try {
                request = parse(text);
            } catch (final IOException notJson) {
                socket.send("{\"error\":{\"code\":3,\"msg\":\"Invalid JSON: malformed request\"}}");
                return;
            }
            switch (request.method) {
                case "SUBSCRIBE" -> {
                    if (streams.size() + request.params.size() > MAX_STREAMS) {
                        answerError(request, "Too many streams: at most " + MAX_STREAMS);
                        return;
                    }
                    request.params.forEach(this::subscribe);
                    follow();
                    answer(request, "null");
                }
                case "UNSUBSCRIBE" -> {
                    request.params.forEach(this::unsubscribe);
                    follow();
                    answer(request, "null");
                }
                case "LIST_SUBSCRIPTIONS" -> {
                    json.clear().open('[');
                    streams.forEach(json::text);
                    answer(request, json.close(']').toString());
                }
                default -> answerError(request, "Invalid request: unknown method");
            }
        }

        private void answer(final Request request, final String result) {
            socket.send("{\"result\":" + result + ",\"id\":" + request.id + "}");
        }

        private void answerError(final Request request, final String msg) {
            socket.send("{\"error\":{\"code\":2,\"msg\":\"" + msg + "\"},\"id\":" + request.id + "}");
        }
    }

    private static Request parse(final String text) throws IOException {
        String method = "";
        String id = "null";
        final List<String> params = new ArrayList<>();
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                final String name = in.currentName();
                final JsonToken value = in.nextToken();
                switch (name) {
                    case "method" -> method = in.getText();
                    case "id" -> id = JsonIds.read(in);
                    case "params" -> {
                        while (value == JsonToken.START_ARRAY && in.nextToken() != JsonToken.END_ARRAY) {
                            params.add(in.getText());
                        }
                    }
                    default -> in.skipChildren();
                }
            }
        }
        return new Request(method, id, params);
    }

    private record Request(String method, String id, List<String> params) {}
}
