package io.weir.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the demo's venue what bitcoin costs, as anyone may ask an exchange: a recording has a price of its own. */
final class DemoMarket {
    private static final Pattern BEST_ASK = Pattern.compile("\"asks\":\\[\\[\"([0-9.]+)\"");

    private DemoMarket() {}

    /**
     * The best ask of BTCUSDT.
     *
     * @param port of the venue that speaks REST.
     * @return its price.
     * @throws GatewayException if the venue shows none.
     */
    static BigDecimal price(final int port) {
        final URI depth = URI.create("http://127.0.0.1:" + port + "/api/v3/depth?symbol=BTCUSDT&limit=5");
        try {
            final String book = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(depth).build(), BodyHandlers.ofString())
                    .body();
            final Matcher matcher = BEST_ASK.matcher(book);
            if (matcher.find()) {
                return new BigDecimal(matcher.group(1)).stripTrailingZeros();
            }
            throw new GatewayException("the simulated market shows no price: " + book);
        } catch (final IOException e) {
            throw new GatewayException("the simulated market does not answer: " + e, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("interrupted", e);
        }
    }
}
