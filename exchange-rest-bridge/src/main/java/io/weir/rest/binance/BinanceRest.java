package io.weir.rest.binance;

import io.vertx.core.http.HttpMethod;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.http.RestCall;
import io.weir.rest.http.RestClient;
import io.weir.rest.http.RestHandler;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to the REST interface, signed or plain, each answer judged, and what it says of limits, time and key passed on.
 * Event loop only.
 */
final class BinanceRest {
    private static final Logger LOG = LoggerFactory.getLogger(BinanceRest.class);

    private final String venue;
    private final RestClient client;
    private final BinanceSigner signer;
    private final VenueLimits limits;
    private final BinanceCounters counters;
    private final Troubles troubles;

    BinanceRest(
            final String venue,
            final RestClient client,
            final BinanceSigner signer,
            final VenueLimits limits,
            final BinanceCounters counters,
            final Troubles troubles) {
        this.venue = venue;
        this.client = client;
        this.signer = signer;
        this.limits = limits;
        this.counters = counters;
        this.troubles = troubles;
    }

    /** Asks without a key. */
    void plain(final String path, final Params params, final AnswerHandler handler) {
        send(new RestCall(HttpMethod.GET, path, Map.of(), params::toString, false), VenueLimits.NONE, handler);
    }

    /** Asks under our key, signed when it leaves. */
    void signed(
            final HttpMethod method, final String path, final Supplier<Params> params, final AnswerHandler handler) {
        send(
                new RestCall(method, path, signer.keyHeader(), () -> signer.payload(params.get()), false),
                VenueLimits.NONE,
                handler);
    }

    /**
     * Sends an order, as a form body: it stays out of addresses, which are logged in more places than bodies are.
     *
     * @param params asked for when the bytes are about to leave.
     * @param timeMs when it was given to us, the venue's time: what waits too long on its way is refused by the venue.
     */
    void order(
            final String path,
            final Supplier<Params> params,
            final long timeMs,
            final long ticket,
            final AnswerHandler handler) {
        send(
                new RestCall(
                        HttpMethod.POST, path, signer.keyHeader(), () -> signer.payload(params.get(), timeMs), true),
                ticket,
                handler);
    }

    private void send(final RestCall call, final long ticket, final AnswerHandler handler) {
        client.send(call, new RestHandler() {
            @Override
            public void onAnswer(final RestAnswer answer) {
                counters.answers.incrementAndGet();
                limits.onHeaders(answer.headers(), ticket);
                final Ruling ruling = Rulings.of(answer);
                if (ruling.kind() == Ruling.Kind.RATE_LIMITED) {
                    holdBack(ruling, answer); // before anybody hears of it, and sends the next one
                }
                handler.onAnswer(ruling, answer);
                passOn(ruling);
            }

            @Override
            public void onNotSent(final String why) {
                counters.notSent.incrementAndGet();
                handler.onNotSent(why);
                troubles.onUnreachable(why);
            }

            @Override
            public void onUnanswered(final String why) {
                counters.unanswered.incrementAndGet();
                handler.onUnanswered(why);
            }
        });
    }

    private void holdBack(final Ruling ruling, final RestAnswer answer) {
        counters.rateLimited.incrementAndGet();
        final long pauseS = limits.onRateLimited(answer.headers().get("Retry-After"), ruling.code());
        LOG.warn("venue={} status={} holds back for {} s: {}", venue, answer.status(), pauseS, ruling.text());
    }

    private void passOn(final Ruling ruling) {
        switch (ruling.kind()) {
            case CLOCK_SKEWED:
                counters.clockSkewed.incrementAndGet();
                troubles.onClockSkewed();
                break;
            case KEY_REFUSED:
                troubles.onKeyRefused(ruling.text());
                break;
            case UNKNOWN:
                counters.unknownAnswers.incrementAndGet();
                break;
            default:
                break;
        }
    }
}
