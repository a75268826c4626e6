package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.weir.protocol.command.VenueState;
import io.weir.rest.clock.VenueClock;
import io.weir.rest.http.Backoff;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueSymbols;
import io.weir.venue.report.ConnectionChanged;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection as a whole: time, rules and limits of the venue, then the user stream; up when its events come. Lost when
 * they stop; made anew within a second, or when a ban is over. Event loop only.
 */
final class BinanceLink implements UserStream.Owner, Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(BinanceLink.class);

    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 1_000;

    /** A refused key is not accepted a second later, and asking too often is punished. */
    private static final long KEY_REFUSED_RETRY_MS = 10_000;

    /** Clocks drift some ms a minute; rules of symbols change a few times a year. */
    private static final long REFRESH_MS = 60_000;

    private static final long MIN_RESYNC_MS = 1_000;

    /** Request weights of time and exchangeInfo, and of a connection to the WebSocket API. Source: binance-spot-api-docs. */
    private static final int TIME_WEIGHT = 1;

    private static final int INFO_WEIGHT = 20;
    private static final int CONNECT_WEIGHT = 2;

    private enum State {
        DOWN,
        CONNECTING,
        UP,
        CLOSED
    }

    private final Vertx vertx;
    private final String venue;
    private final BinanceConfig config;
    private final VenueSymbols symbols;
    private final BinanceRest rest;
    private final VenueClock clock;
    private final VenueLimits limits;
    private final ReportOutlet outlet;
    private final BinanceCounters counters;
    private final Backoff backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
    private UserStream stream;
    private Runnable pump;
    private State state = State.DOWN;
    private VenueState saidState;
    private String saidText = "";
    private List<String> saidFilters = List.of();
    private String trading = "";
    private long attempt;
    private long resyncedMs;
    private long refreshTimer;

    BinanceLink(
            final Vertx vertx,
            final String venue,
            final BinanceConfig config,
            final VenueSymbols symbols,
            final BinanceRest rest,
            final VenueClock clock,
            final VenueLimits limits,
            final ReportOutlet outlet,
            final BinanceCounters counters) {
        this.vertx = vertx;
        this.venue = venue;
        this.config = config;
        this.symbols = symbols;
        this.rest = rest;
        this.clock = clock;
        this.limits = limits;
        this.outlet = outlet;
        this.counters = counters;
    }

    /** Begins, with what it moves: the stream of events and the jobs that wait for a connection. */
    void open(final UserStream userStream, final Runnable pumpJobs) {
        stream = userStream;
        pump = pumpJobs;
        refreshTimer = vertx.setPeriodic(REFRESH_MS, timer -> refresh());
        connect();
    }

    boolean isUp() {
        return state == State.UP;
    }

    private void connect() {
        if (state != State.DOWN) {
            return;
        }
        if (!limits.tryTake(RateBudget.Use.QUERY, TIME_WEIGHT + INFO_WEIGHT + CONNECT_WEIGHT)) {
            retry("no request weight left to connect", LONGEST_RETRY_MS);
            return;
        }
        state = State.CONNECTING;
        final long number = ++attempt;
        final Consumer<String> otherwise = why -> ifStill(number, () -> failed(why));
        askTime(otherwise, () -> ifStill(number, () -> askInfo(otherwise, () -> ifStill(number, stream::connect))));
    }

    private void ifStill(final long number, final Runnable then) {
        if (number == attempt && state == State.CONNECTING) {
            then.run();
        }
    }

    private void askTime(final Consumer<String> otherwise, final Runnable then) {
        final long sentMs = clock.hostMs();
        rest.plain("/api/v3/time", new Params(), new Step(otherwise) {
            @Override
            void read(final JsonNode body) {
                clock.onServerTime(Json.number(body, "serverTime"), sentMs, clock.hostMs());
                resyncedMs = clock.hostMs();
                then.run();
            }
        });
    }

    private void askInfo(final Consumer<String> otherwise, final Runnable then) {
        final StringBuilder names = new StringBuilder("[");
        for (final String symbol : symbols.ours()) {
            names.append(names.length() > 1 ? "," : "")
                    .append('"')
                    .append(symbols.theirs(symbol))
                    .append('"');
        }
        final Params params = new Params().add("symbols", names.append(']').toString());
        rest.plain("/api/v3/exchangeInfo", params, new Step(otherwise) {
            @Override
            void read(final JsonNode body) {
                onInfo(ExchangeInfo.read(body));
                then.run();
            }
        });
    }

    private void onInfo(final ExchangeInfo info) {
        limits.windows(info.windows());
        final List<String> faults = FilterCheck.compare(config.rules(), symbols, info.symbols());
        if (!faults.equals(saidFilters)) {
            faults.forEach(fault -> LOG.warn("venue={} takes less than the settings say: {}", venue, fault));
            saidFilters = faults;
        }
        trading = FilterCheck.halted(symbols, info.symbols());
    }

    /** One question on the way up; whatever is no proper answer ends the attempt. */
    private abstract class Step implements AnswerHandler {
        private final Consumer<String> otherwise;

        Step(final Consumer<String> otherwise) {
            this.otherwise = otherwise;
        }

        abstract void read(JsonNode body);

        @Override
        public void onAnswer(final Ruling ruling, final RestAnswer answer) {
            if (!ruling.is(Ruling.Kind.DONE)) {
                otherwise.accept(ruling.text());
                return;
            }
            try {
                read(Json.parse(answer.body()));
            } catch (final JsonFault e) {
                counters.unreadable.incrementAndGet();
                otherwise.accept("an answer that cannot be read: " + e.getMessage());
            }
        }

        @Override
        public void onNotSent(final String why) {
            otherwise.accept(why);
        }

        @Override
        public void onUnanswered(final String why) {
            otherwise.accept(why);
        }
    }

    @Override
    public void onSubscribed() {
        state = State.UP;
        counters.connections.incrementAndGet();
        backoff.reset();
        sayUp();
    }

    private void sayUp() {
        if (trading.isEmpty()) {
            say(VenueState.UP, "");
        } else {
            say(VenueState.SUSPENDED, trading);
        }
    }

    @Override
    public void onRefused(final int code, final String text, final long retryAtMs) {
        if (retryAtMs > 0) {
            counters.rateLimited.incrementAndGet();
            final long pauseS = Math.max(1, (retryAtMs - clock.nowMs()) / 1_000 + 1);
            limits.onRateLimited(Long.toString(pauseS), code);
        }
        fail(text + " (" + code + ")", Rulings.isKeyRefused(code) ? KEY_REFUSED_RETRY_MS : backoff.nextMs());
    }

    @Override
    public void onLost(final String why) {
        failed(why);
    }

    private void failed(final String why) {
        fail(why, backoff.nextMs());
    }

    private void fail(final String why, final long retryMs) {
        if (state == State.CLOSED || state == State.DOWN) {
            return;
        }
        if (state == State.CONNECTING) {
            counters.connectFailures.incrementAndGet();
        }
        stream.close();
        state = State.DOWN;
        attempt++;
        retry(why, retryMs);
        pump.run();
    }

    private void retry(final String why, final long delayMs) {
        say(VenueState.DOWN, why);
        vertx.setTimer(delayMs, timer -> connect());
    }

    /** Every change from or to a connection is said; a failure that goes on only when its reason changes. */
    private void say(final VenueState now, final String text) {
        if (now == saidState && Objects.equals(text, saidText)) {
            return;
        }
        LOG.info("venue={} state={} was={} text={}", venue, now, saidState, text);
        saidState = now;
        saidText = text;
        outlet.say(new ConnectionChanged(now, text));
    }

    private void refresh() {
        if (state == State.UP && limits.tryTake(RateBudget.Use.QUERY, TIME_WEIGHT + INFO_WEIGHT)) {
            askTime(
                    this::noteRefresh,
                    () -> askInfo(this::noteRefresh, () -> {
                        if (state == State.UP) {
                            sayUp();
                        }
                    }));
        }
    }

    private void noteRefresh(final String why) {
        if (state == State.UP) {
            LOG.warn("venue={} time and rules could not be asked for again: {}", venue, why);
        }
    }

    @Override
    public void onClockSkewed() {
        if (state == State.UP
                && clock.hostMs() - resyncedMs > MIN_RESYNC_MS
                && limits.tryTake(RateBudget.Use.QUERY, TIME_WEIGHT)) {
            LOG.warn(
                    "venue={} refuses our time, {} ms ahead of this host's clock; asking for its own",
                    venue,
                    clock.skewMs());
            resyncedMs = clock.hostMs();
            askTime(this::noteRefresh, () -> {});
        }
    }

    @Override
    public void onKeyRefused(final String text) {
        if (state == State.UP) {
            fail("the venue refuses our key: " + text, KEY_REFUSED_RETRY_MS);
        }
    }

    @Override
    public void onUnreachable(final String why) {
        if (state == State.UP) {
            failed(why);
        }
    }

    /** Something of ours went wrong on the event loop: nothing that is known of this connection is to be trusted. */
    void onLoopFault(final Throwable fault) {
        counters.loopFaults.incrementAndGet();
        LOG.error("venue={} fault on the event loop; connecting anew", venue, fault);
        failed("fault: " + fault);
    }

    void close() {
        if (state != State.CLOSED) {
            if (stream != null) {
                stream.close();
            }
            state = State.CLOSED;
            vertx.cancelTimer(refreshTimer);
            say(VenueState.DOWN, "closed");
        }
    }
}
