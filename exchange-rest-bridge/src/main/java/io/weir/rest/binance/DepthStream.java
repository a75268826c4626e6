package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.weir.protocol.command.VenueQuote;
import io.weir.rest.http.Backoff;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.socket.LiveSocket;
import io.weir.rest.socket.SocketHandler;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueSymbols;
import io.weir.venue.book.BookState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books of all symbols on one connection, {@code @depth@100ms} each. Works on the event loop; {@link #quote} is for the
 * agent's thread.
 */
final class DepthStream {
    private static final Logger LOG = LoggerFactory.getLogger(DepthStream.class);

    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 1_000;

    /** A snapshot that is too old is asked for again after this; each costs request weight, so it doubles up to 5 s. */
    private static final long SNAPSHOT_RETRY_MS = 250;

    private static final long LONGEST_SNAPSHOT_RETRY_MS = 5_000;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final String venue;
    private final BinanceConfig config;
    private final VenueSymbols symbols;
    private final BinanceRest rest;
    private final VenueLimits limits;
    private final BinanceCounters counters;
    private final LongSupplier nanoClock;
    private final Backoff backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
    private final Map<String, Book> byVenueSymbol = new HashMap<>();
    private final Map<String, Book> bySymbol = new HashMap<>();
    private volatile Runnable onNews = () -> {};
    private volatile long heardNs;
    private LiveSocket socket;
    private boolean closed;

    DepthStream(
            final Vertx vertx,
            final WebSocketClient client,
            final String venue,
            final BinanceConfig config,
            final VenueSymbols symbols,
            final BinanceRest rest,
            final VenueLimits limits,
            final BinanceCounters counters,
            final LongSupplier nanoClock) {
        this.vertx = vertx;
        this.client = client;
        this.venue = venue;
        this.config = config;
        this.symbols = symbols;
        this.rest = rest;
        this.limits = limits;
        this.counters = counters;
        this.nanoClock = nanoClock;
        for (final String symbol : symbols.ours()) {
            final Book book = new Book(symbol, symbols.theirs(symbol));
            bySymbol.put(symbol, book);
            byVenueSymbol.put(book.venueSymbol, book);
        }
    }

    /** {@return the top of a book as it is now; any thread} */
    VenueQuote quote(final String symbol) {
        final Book book = book(symbol);
        final VenueQuote quote = book.quote;
        return quote.live() && nanoClock.getAsLong() - heardNs > config.silenceMs() * 1_000_000L ? book.dead : quote;
    }

    /** {@return what is quoted of a book that is not to be trusted; any thread} */
    VenueQuote dead(final String symbol) {
        return book(symbol).dead;
    }

    private Book book(final String symbol) {
        final Book book = bySymbol.get(symbol);
        if (book == null) {
            throw new IllegalArgumentException(symbol + " is none of the venue's symbols " + bySymbol.keySet());
        }
        return book;
    }

    /** Takes what to run on the event loop whenever a quote is new. */
    void onNews(final Runnable wake) {
        onNews = wake;
    }

    /** Begins to connect. */
    void open() {
        if (closed) {
            return;
        }
        socket = new LiveSocket(vertx, client, config.silenceMs(), nanoClock, new Connection());
        socket.connect(config.stream(), path(), config.connectTimeoutMs());
    }

    private String path() {
        final StringBuilder path = new StringBuilder("/stream?streams=");
        String separator = "";
        for (final String symbol : symbols.ours()) {
            path.append(separator).append(StreamNames.depth(symbols.theirs(symbol)));
            separator = "/";
        }
        return path.toString();
    }

    /** Ends the connection; all books are dead. */
    void close() {
        closed = true;
        if (socket != null) {
            socket.close();
        }
        byVenueSymbol.values().forEach(Book::onLost);
    }

    private final class Connection implements SocketHandler {
        @Override
        public void onOpen() {
            LOG.info("venue={} depth stream open", venue);
            heardNs = nanoClock.getAsLong();
            backoff.reset();
            byVenueSymbol.values().forEach(Book::onOpen);
        }

        @Override
        public void onAlive() {
            heardNs = nanoClock.getAsLong();
        }

        @Override
        public void onText(final String text) {
            heardNs = nanoClock.getAsLong();
            try {
                final JsonNode message = Json.parse(text);
                final JsonNode update = message.has("data") ? message.get("data") : message;
                final Book book = byVenueSymbol.get(update.path("s").asText());
                if (book == null || !update.path("e").asText().equals("depthUpdate")) {
                    counters.unknownEvents.incrementAndGet();
                } else {
                    book.onUpdate(update);
                }
            } catch (final JsonFault e) {
                counters.unreadable.incrementAndGet();
                socket.close();
                onLost("a message that cannot be read: " + e.getMessage());
            }
        }

        @Override
        public void onLost(final String why) {
            LOG.info("venue={} depth stream lost: {}", venue, why);
            counters.depthLosses.incrementAndGet();
            byVenueSymbol.values().forEach(Book::onLost);
            vertx.setTimer(backoff.nextMs(), timer -> open());
        }
    }

    /** One symbol's book, and the fetching of its snapshots. */
    private final class Book implements AnswerHandler {
        private final String symbol;
        private final String venueSymbol;
        private final DepthBook depth;
        private final VenueQuote dead;
        private final Backoff snapshotBackoff = new Backoff(SNAPSHOT_RETRY_MS, LONGEST_SNAPSHOT_RETRY_MS);
        private volatile VenueQuote quote;
        private boolean fetching;
        private BookState loggedState = BookState.STALE;

        private Book(final String symbol, final String venueSymbol) {
            this.symbol = symbol;
            this.venueSymbol = venueSymbol;
            this.depth = new DepthBook(symbol);
            this.dead = DepthBook.dead(symbol);
            this.quote = dead;
        }

        private void onOpen() {
            depth.onOpen();
            publish();
            fetch();
        }

        private void onLost() {
            depth.onLost();
            publish();
        }

        private void onUpdate(final JsonNode update) {
            final long gapsBefore = depth.gaps();
            act(depth.onUpdate(update));
            counters.depthGaps.addAndGet(depth.gaps() - gapsBefore);
        }

        private void act(final DepthBook.Outcome outcome) {
            if (outcome != DepthBook.Outcome.NONE) {
                publish();
            }
            if (outcome == DepthBook.Outcome.SNAPSHOT_NEEDED) {
                fetch();
            }
        }

        private void publish() {
            quote = depth.state() == BookState.LIVE ? depth.quote() : dead;
            onNews.run();
            if (depth.state() != loggedState) {
                LOG.info("venue={} symbol={} book={} was={}", venue, symbol, depth.state(), loggedState);
                loggedState = depth.state();
            }
        }

        private void fetch() {
            if (fetching) {
                return;
            }
            if (!limits.tryTake(RateBudget.Use.QUERY, snapshotWeight(config.depthLimit()))) {
                fetchLater();
                return;
            }
            fetching = true;
            counters.depthSnapshots.incrementAndGet();
            final Params params = new Params().add("symbol", venueSymbol).add("limit", config.depthLimit());
            rest.plain("/api/v3/depth", params, this);
        }

        private void fetchLater() {
            fetching = true;
            vertx.setTimer(snapshotBackoff.nextMs(), timer -> {
                fetching = false;
                if (depth.state() != BookState.STALE && depth.state() != BookState.LIVE) {
                    fetch();
                }
            });
        }

        @Override
        public void onAnswer(final Ruling ruling, final RestAnswer answer) {
            fetching = false;
            if (!ruling.is(Ruling.Kind.DONE)) {
                fetchLater();
                return;
            }
            final DepthBook.Outcome outcome;
            try {
                outcome = depth.onSnapshot(Json.parse(answer.body()));
            } catch (final JsonFault e) {
                counters.unreadable.incrementAndGet();
                fetchLater();
                return;
            }
            publish();
            if (outcome == DepthBook.Outcome.SNAPSHOT_NEEDED) {
                fetchLater();
            } else {
                snapshotBackoff.reset();
            }
        }

        @Override
        public void onNotSent(final String why) {
            fetching = false;
            fetchLater();
        }

        @Override
        public void onUnanswered(final String why) {
            fetching = false;
            fetchLater();
        }
    }

    /** Source: binance-spot-api-docs, order book. */
    private static int snapshotWeight(final int limit) {
        if (limit <= 100) {
            return 5;
        }
        if (limit <= 500) {
            return 25;
        }
        return limit <= 1_000 ? 50 : 250;
    }
}
