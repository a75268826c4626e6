package io.weir.rest.binance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of market-data streams as they stand in an address. */
final class StreamNames {
    private StreamNames() {}

    /** {@return the stream of changes of a symbol's book every 100 ms} */
    static String depth(final String venueSymbol) {
        return URLEncoder.encode(venueSymbol.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8) + "@depth@100ms";
    }
}
